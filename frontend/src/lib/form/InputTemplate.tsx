import { Templates } from '@rjsf/mantine';
import type { BaseInputTemplateProps } from '@rjsf/utils';

const Usual = Templates.BaseInputTemplate;

/** The usual input, which stays React's own when it is emptied. */
export function InputTemplate(props: BaseInputTemplateProps) {
  return Usual ? <Usual {...props} value={props.value ?? ''} /> : null;
}
