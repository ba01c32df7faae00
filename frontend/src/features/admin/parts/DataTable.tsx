import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Fragment, type ReactNode, useId, useState } from 'react';
import { ForwardIcon } from '@/lib/ui/icons';
import { adminTexts } from '../texts';
import classes from './DataTable.module.css';

export interface Column<T> {
  key: string;
  title: string;
  /** The tooltip of the title. */
  help?: string;
  numeric?: boolean;
  /** True for text of any length, which wraps. */
  wraps?: boolean;
  /** True for a column of actions, which has no visible title on a card. */
  actions?: boolean;
  cell: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  label: string;
  /** The first one names the row. */
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  /** Renders the details below a row, if it has any. */
  detail?: (row: T) => ReactNode;
  nameOf?: (row: T) => string;
}

/** A table that becomes a list of cards on narrow screens. It has explicit roles, since its layout hides the native ones. */
export function DataTable<T>({ label, columns, rows, keyOf, detail, nameOf = keyOf }: DataTableProps<T>) {
  return (
    <div className={classes.frame}>
      <Table role="table" aria-label={label} className={classes.table} verticalSpacing="sm">
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {columns.map(({ key, title, help, numeric, actions }) => (
              <Table.Th key={key} role="columnheader" title={help} data-numeric={numeric}>
                {actions ? <VisuallyHidden>{title}</VisuallyHidden> : title}
              </Table.Th>
            ))}
            {detail && (
              <Table.Th role="columnheader" className={classes.unfold}>
                <VisuallyHidden>{adminTexts.details(label)}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={keyOf(row)} row={row} columns={columns} detail={detail} name={nameOf(row)} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface RowProps<T> {
  row: T;
  columns: Column<T>[];
  detail: ((row: T) => ReactNode) | undefined;
  name: string;
}

function Row<T>({ row, columns, detail, name }: RowProps<T>) {
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  return (
    <Fragment>
      <Table.Tr role="row" data-unfolded={unfolded || undefined}>
        {columns.map(({ key, title, numeric, wraps, actions, cell }, index) => {
          const Cell = index === 0 ? Table.Th : Table.Td;
          return (
            <Cell
              key={key}
              role={index === 0 ? 'rowheader' : 'cell'}
              data-title={index === 0 || actions ? undefined : title}
              data-numeric={numeric}
              data-wraps={wraps}
              data-actions={actions}
            >
              {cell(row)}
            </Cell>
          );
        })}
        {detail && (
          <Table.Td role="cell" className={classes.unfold}>
            <UnstyledButton
              className={classes.unfolder}
              aria-expanded={unfolded}
              aria-controls={id}
              aria-label={adminTexts.details(name)}
              onClick={() => setUnfolded(!unfolded)}
            >
              <ForwardIcon size={16} />
            </UnstyledButton>
          </Table.Td>
        )}
      </Table.Tr>
      {detail && unfolded && (
        <Table.Tr role="row" id={id} className={classes.detail}>
          <Table.Td role="cell" colSpan={columns.length + 1}>
            {detail(row)}
          </Table.Td>
        </Table.Tr>
      )}
    </Fragment>
  );
}
