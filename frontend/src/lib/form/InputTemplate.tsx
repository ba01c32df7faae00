import { Templates } from '@rjsf/mantine';
import type { BaseInputTemplateProps } from '@rjsf/utils';
import { digitsOf, isExactNumber, numberOf } from '@/lib/json/exactJson';

const Usual = Templates.BaseInputTemplate;

/** The standard input, which stays controlled when it is emptied. Numbers keep every digit. */
export function InputTemplate(props: BaseInputTemplateProps) {
  if (!Usual) {
    return null;
  }
  const { schema, value, onChange } = props;
  if (schema.type !== 'number' && schema.type !== 'integer') {
    return <Usual {...props} value={value ?? ''} />;
  }
  return (
    <Usual
      {...props}
      schema={withReadableBounds(schema)}
      value={digitsOf(value) ?? ''}
      onChange={(typed) => onChange(typeof typed === 'string' ? numberOf(typed) : typed)}
    />
  );
}

/** The arrows ignore a bound that a JavaScript number cannot hold. Validation still reports it. */
function withReadableBounds(schema: BaseInputTemplateProps['schema']): BaseInputTemplateProps['schema'] {
  return Object.fromEntries(Object.entries(schema).filter(([, part]) => !isExactNumber(part)));
}
