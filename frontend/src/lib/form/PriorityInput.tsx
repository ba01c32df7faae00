import { NumberInput, type NumberInputProps } from '@mantine/core';
import { formTexts } from './texts';

/** A priority, 0 to 9. During typing it may be no number. */
export function PriorityInput(props: NumberInputProps) {
  return (
    <NumberInput
      label={formTexts.priority}
      description={formTexts.priorityHelp}
      min={0}
      max={9}
      allowDecimal={false}
      {...props}
    />
  );
}
