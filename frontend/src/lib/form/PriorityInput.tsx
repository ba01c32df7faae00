import { NumberInput, type NumberInputProps } from '@mantine/core';
import { texts } from '@/lib/texts';

/** A priority, 0 to 9; what is typed meanwhile may be no number. */
export function PriorityInput(props: NumberInputProps) {
  return (
    <NumberInput
      label={texts.submit.priority}
      description={texts.submit.priorityHelp}
      min={0}
      max={9}
      allowDecimal={false}
      {...props}
    />
  );
}
