import { Button, Center } from '@mantine/core';
import { Link } from 'react-router';
import { Empty } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';
import { texts } from './texts';

export function NotFound() {
  return (
    <Empty title={texts.failure.notFoundTitle} text={texts.failure.notFound}>
      <Button component={Link} to="/" variant="light">
        {uiTexts.failure.home}
      </Button>
    </Empty>
  );
}

/** In place of a page that threw, or whose code could not be loaded, as after an update of the server. */
export function Crashed() {
  return (
    <Center role="alert">
      <Empty title={texts.failure.crashedTitle} text={texts.failure.crashed}>
        <Button variant="light" onClick={() => window.location.reload()}>
          {texts.failure.reload}
        </Button>
      </Empty>
    </Center>
  );
}
