import { Title, type TitleProps } from '@mantine/core';
import { useEffect } from 'react';
import { uiTexts } from './texts';

interface PageTitleProps extends Omit<TitleProps, 'order' | 'children'> {
  children: string;
}

/** The first heading of a page, which the browser's tab shows too. */
export function PageTitle({ children, ...others }: PageTitleProps) {
  useEffect(() => {
    document.title = uiTexts.pageTitle(children);
    return () => {
      document.title = uiTexts.product;
    };
  }, [children]);
  return (
    <Title order={1} size="h3" {...others}>
      {children}
    </Title>
  );
}
