import { Title } from '@mantine/core';
import { buttonId, canExpand, type ObjectFieldTemplateProps } from '@rjsf/utils';
import classes from './FieldsTemplate.module.css';

/** Short fields side by side, long ones over the whole width. */
export function FieldsTemplate(props: ObjectFieldTemplateProps) {
  const { properties, title, schema, uiSchema, formData, fieldPathId, registry, disabled, readonly } = props;
  const { AddButton } = registry.templates.ButtonTemplates;
  const isRoot = fieldPathId.path.length === 0;
  return (
    <div id={fieldPathId.$id} className={isRoot ? undefined : classes.nested}>
      {title && !isRoot && (
        <Title order={4} size="h6" mb="sm">
          {title}
        </Title>
      )}
      <div className={classes.fields}>
        {properties
          .filter((property) => !property.hidden)
          .map((property) => (
            <div key={property.name} className={isWide(props, property.name) ? classes.wide : undefined}>
              {property.content}
            </div>
          ))}
      </div>
      {canExpand(schema, uiSchema, formData) && (
        <AddButton
          id={buttonId(fieldPathId, 'add')}
          className="rjsf-object-property-expand"
          onClick={props.onAddProperty}
          disabled={disabled || readonly}
          uiSchema={uiSchema}
          registry={registry}
        />
      )}
    </div>
  );
}

function isWide({ schema, uiSchema, properties }: ObjectFieldTemplateProps, name: string): boolean {
  const property = schema.properties?.[name];
  const type = typeof property === 'object' ? property.type : undefined;
  return (
    properties.length === 1 ||
    type === 'object' ||
    type === 'array' ||
    uiSchema?.[name]?.['ui:widget'] === 'textarea'
  );
}
