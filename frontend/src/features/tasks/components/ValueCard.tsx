import { Button, Code, CopyButton, Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { writeExact } from '@/lib/json/exactJson';
import { CheckIcon, CopyIcon, DownloadIcon } from '@/lib/ui/icons';
import { uiTexts } from '@/lib/ui/texts';
import { texts } from '../texts';
import { JsonTree } from './JsonTree';
import classes from './ValueCard.module.css';
import { ValueView } from './ValueView';
import { downloadsOf, readableJson } from './values';

const VIEWS = ['shown', 'tree', 'raw'] as const;
type View = (typeof VIEWS)[number];

interface ValueCardProps {
  value: unknown;
  /** The name of the downloaded file, without its extension. */
  fileName: string;
  /** The title, such as “Result”. */
  label: string;
}

/** Shows parameters or a result formatted, as a tree or as JSON, and offers to copy and download them. */
export function ValueCard({ value, fileName, label }: ValueCardProps) {
  const [view, setView] = useState<View>('shown');
  return (
    <div>
      {view === 'shown' && <ValueView value={value} />}
      {view === 'tree' && <JsonTree value={value} />}
      {view === 'raw' && (
        <Code block className={classes.raw} tabIndex={0}>
          {readableJson(value)}
        </Code>
      )}
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={texts.value.view(label)}
          value={view}
          onChange={(chosen) => setView(chosen as View)}
          data={VIEWS.map((name) => ({ value: name, label: texts.value.views[name] }))}
        />
        <Group gap={6}>
          <CopyButton value={writeExact(value, 2) ?? ''}>
            {({ copied, copy }) => (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
                onClick={copy}
                aria-label={texts.value.copyOf(label)}
              >
                {copied ? uiTexts.copied : uiTexts.copy}
              </Button>
            )}
          </CopyButton>
          {downloadsOf(value, fileName).map(({ name, ending, href }) => (
            <Button
              key={name}
              component="a"
              href={href}
              download={name}
              size="compact-sm"
              variant="default"
              leftSection={<DownloadIcon size={14} />}
              aria-label={texts.value.downloadOf(label, ending)}
            >
              {ending}
            </Button>
          ))}
        </Group>
      </div>
    </div>
  );
}
