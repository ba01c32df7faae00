import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHashRouter } from 'react-router';
import { App } from './app/App';
import { routes } from './app/routes';
import { texts } from './app/texts';
import { applicationUrl } from './lib/api/client';
import { createServices } from './lib/services';

const services = createServices(applicationUrl(), () =>
  notifications.show({ title: texts.live.missedTitle, message: texts.live.missed }),
);
// The page is a static file that works under any context root. The route follows the # of the address, and all
// other addresses are relative to the file.
const router = createHashRouter(routes);
void services.session.restore();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} router={router} />
    </StrictMode>,
  );
}
