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
import { servedAt } from './lib/api/client';
import { createServices } from './lib/services';

const services = createServices(servedAt(), () =>
  notifications.show({ title: texts.live.missedTitle, message: texts.live.missed }),
);
// The page is a static file that must work under any context root, which it is not told: so the route stands behind
// the # of the address, and everything else is relative to where the file lies.
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
