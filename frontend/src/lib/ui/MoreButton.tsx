import { Button, Center } from '@mantine/core';
import { uiTexts } from './texts';

/** The state of a paged list in TanStack Query. */
interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Loads the next page of a list. It renders nothing on the last page. */
export function MoreButton({ pages }: { pages: Pages }) {
  if (!pages.hasNextPage) {
    return null;
  }
  return (
    <Center mt="lg">
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {uiTexts.more}
      </Button>
    </Center>
  );
}
