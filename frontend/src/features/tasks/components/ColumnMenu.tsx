import { Button, Menu } from '@mantine/core';
import { ColumnsIcon } from '@/lib/ui/icons';
import { COLUMNS, useColumns } from '../api/useColumns';
import { texts } from '../texts';

/** Chooses the columns of the list. */
export function ColumnMenu() {
  const { columns, setColumns } = useColumns();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<ColumnsIcon size={15} />}>
          {texts.columns.choose}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxGroup
          value={columns}
          onChange={(chosen) => setColumns(COLUMNS.filter((column) => chosen.includes(column)))}
        >
          {COLUMNS.map((column) => (
            <Menu.CheckboxItem key={column} value={column}>
              {texts.columns.names[column]}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
