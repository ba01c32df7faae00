import { Button, Menu } from '@mantine/core';
import { texts } from '../../../lib/texts';
import { CheckIcon, ColumnsIcon } from '../../../lib/ui/icons';
import { COLUMNS, useColumns } from '../api/useColumns';

/** Which columns the list has. */
export function ColumnMenu() {
  const { columns, setColumns } = useColumns();
  return (
    <Menu position="bottom-end" width={230} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<ColumnsIcon size={15} />}>
          {texts.columns.choose}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMNS.map((column) => {
          const isShown = columns.includes(column);
          return (
            <Menu.Item
              key={column}
              role="menuitemcheckbox"
              aria-checked={isShown}
              rightSection={isShown ? <CheckIcon size={16} /> : null}
              onClick={() =>
                setColumns(COLUMNS.filter((other) => columns.includes(other) !== (other === column)))
              }
            >
              {texts.columns.names[column]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
