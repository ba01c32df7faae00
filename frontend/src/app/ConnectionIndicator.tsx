import { Tooltip } from '@mantine/core';
import { useLiveStatus } from '@/lib/services';
import classes from './ConnectionIndicator.module.css';
import { texts } from './texts';

const HELP = {
  live: texts.live.liveHelp,
  streaming: texts.live.streamingHelp,
  connecting: texts.live.connectingHelp,
  offline: texts.live.offlineHelp,
};

export function ConnectionIndicator() {
  const status = useLiveStatus();
  return (
    <Tooltip label={HELP[status]} withArrow>
      <div
        className={classes.indicator}
        data-status={status}
        role="status"
        aria-label={texts.live.label(texts.live[status])}
      >
        <span className={classes.dot} aria-hidden="true" />
        <span>{texts.live[status]}</span>
      </div>
    </Tooltip>
  );
}
