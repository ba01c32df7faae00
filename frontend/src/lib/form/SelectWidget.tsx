import { Widgets } from '@rjsf/mantine';
import type { WidgetProps } from '@rjsf/utils';
import { digitsOf } from '@/lib/json/exactJson';

const Usual = Widgets.SelectWidget;

/** The standard select, which shows every digit of long numbers. */
export function SelectWidget(props: WidgetProps) {
  if (!Usual) {
    return null;
  }
  const { enumOptions } = props.options;
  const readable = enumOptions?.map((option) => ({ ...option, label: String(digitsOf(option.label)) }));
  return <Usual {...props} options={{ ...props.options, enumOptions: readable }} />;
}
