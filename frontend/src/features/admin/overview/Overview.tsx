import { SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { Read, Screen } from '../parts/Screen';
import { adminTexts } from '../texts';
import { Attention } from './Attention';
import { Charts } from './Charts';
import classes from './Overview.module.css';
import { StateCounts } from './StateCounts';
import { Tiles } from './Tiles';
import { texts } from './texts';
import { useStatistics, useWindow, WINDOWS, type Window } from './useStatistics';

export function Overview() {
  const [window, choose] = useWindow();
  const statistics = useStatistics(window);
  const period = adminTexts.windows.spoken[window];
  return (
    <Screen
      title={texts.title}
      lead={texts.lead(period)}
      controls={
        <SegmentedControl
          aria-label={adminTexts.windows.label}
          size="xs"
          value={window}
          onChange={(chosen) => choose(chosen as Window)}
          data={WINDOWS.map((value) => ({ value, label: adminTexts.windows.names[value] }))}
        />
      }
    >
      <Attention />
      <Read reading={statistics} placeholder={<Outline />}>
        {(read) => (
          <>
            <Tiles statistics={read} />
            <StateCounts />
            <Charts statistics={read} window={window} />
          </>
        )}
      </Read>
    </Screen>
  );
}

const BLOCKS = ['a', 'b', 'c', 'd', 'e', 'f'];

function Outline() {
  return (
    <Stack gap="lg">
      <div className={classes.tiles}>
        {[...BLOCKS, 'g', 'h'].map((block) => (
          <Skeleton key={block} height={118} radius="lg" />
        ))}
      </div>
      <div className={classes.charts}>
        {BLOCKS.map((block) => (
          <Skeleton key={block} height={306} radius="lg" />
        ))}
      </div>
    </Stack>
  );
}
