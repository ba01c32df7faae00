import { Code, Table, Text } from '@mantine/core';
import { texts } from '../texts';
import classes from './ValueView.module.css';
import {
  columnsOf,
  humanName,
  inShort,
  isFields,
  isImage,
  isPlain,
  isTable,
  plainText,
  readableJson,
} from './values';

interface ValueViewProps {
  value: unknown;
  /** True in a list: shows lists and nested objects as a word, and pictures small. */
  compact?: boolean;
}

/** A result or parameters, formatted for people. */
export function ValueView({ value, compact = false }: ValueViewProps) {
  if (!isFields(value)) {
    return <Single name={texts.detail.result} value={value} compact={compact} />;
  }
  const entries = Object.entries(value);
  const pictures = entries.filter(([, part]) => isImage(part));
  const others = entries.filter(([, part]) => !isImage(part));
  const small = others.filter(([, part]) => compact || isPlain(part));
  const large = compact ? [] : others.filter(([, part]) => !isPlain(part));
  return (
    <div className={classes.value} data-compact={compact || undefined}>
      {pictures.map(([name, part]) => (
        <img
          key={name}
          src={part as string}
          alt={texts.value.image(humanName(name))}
          className={classes.picture}
        />
      ))}
      {small.length > 0 && (
        <dl className={classes.fields}>
          {small.map(([name, part]) => (
            <div key={name} className={classes.field}>
              <dt>{humanName(name)}</dt>
              <dd>{inShort(part)}</dd>
            </div>
          ))}
        </dl>
      )}
      {large.map(([name, part]) => (
        <div key={name}>
          <Text size="sm" c="dimmed" mb={4}>
            {humanName(name)}
          </Text>
          <Single name={humanName(name)} value={part} compact={false} />
        </div>
      ))}
    </div>
  );
}

function Single({ name, value, compact }: { name: string; value: unknown; compact: boolean }) {
  if (isImage(value)) {
    return <img src={value} alt={texts.value.image(name)} className={classes.picture} />;
  }
  if (!compact && isTable(value)) {
    const columns = columnsOf(value);
    return (
      <Table.ScrollContainer
        minWidth={columns.length * 88}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table withTableBorder fz="sm">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{humanName(column)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {value.map((row) => (
              <Table.Tr key={JSON.stringify(row)}>
                {columns.map((column) => (
                  <Table.Td key={column}>{inShort(row[column] ?? null)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    );
  }
  if (compact || isPlain(value)) {
    return <Text size="sm">{isPlain(value) ? plainText(value) : inShort(value)}</Text>;
  }
  return <Code block>{readableJson(value)}</Code>;
}
