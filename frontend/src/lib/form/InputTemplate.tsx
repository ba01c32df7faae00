import { Templates } from '@rjsf/mantine';
import type { BaseInputTemplateProps } from '@rjsf/utils';
import { digitsOf, isExactNumber, numberOf } from '@/lib/json/exactJson';

const Usual = Templates.BaseInputTemplate;

/** The usual input, which stays React's own when it is emptied. Numbers keep every digit that is typed. */
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

/** A bound that only its digits can hold is told when it is passed; the arrows do without it. */
function withReadableBounds(schema: BaseInputTemplateProps['schema']): BaseInputTemplateProps['schema'] {
  return Object.fromEntries(Object.entries(schema).filter(([, part]) => !isExactNumber(part)));
}
