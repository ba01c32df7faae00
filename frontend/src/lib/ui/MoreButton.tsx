import { Button, Center } from '@mantine/core';
import { uiTexts } from './texts';

/** A list that comes page by page, as TanStack Query tells of it. */
interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Below a list: brings its next page, and is not there when there is none. */
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
