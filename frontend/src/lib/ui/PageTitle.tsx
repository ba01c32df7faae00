import { Title, type TitleProps } from '@mantine/core';
import { useEffect } from 'react';
import { uiTexts } from './texts';

interface PageTitleProps extends Omit<TitleProps, 'order' | 'children'> {
  children: string;
}

/** What a page is about: its first heading, which the tab of the browser shows too. */
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
