import { createRoot } from 'react-dom/client';
import '../shared/base.css';
import './sidebar.css';
import { createApi } from '../shared/api';
import { readSession } from '../shared/session';
import { schemeOf } from '../shared/theme';
import { connectFramework } from './framework';
import { Sidebar } from './Sidebar';

const session = readSession(document);

createRoot(document.getElementById('root')!).render(
  <Sidebar
    api={createApi(session)}
    framework={connectFramework()}
    session={session}
    startScheme={schemeOf(new URLSearchParams(location.search).get('colorScheme'))}
  />,
);
