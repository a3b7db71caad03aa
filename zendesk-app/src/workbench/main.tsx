// The workbench lives beside the sidebar, in one package, because it must show that very sidebar: one lock file,
// one build, and the types of the backend's answers are shared. It is no part of what Zendesk gets.
import { createRoot } from 'react-dom/client';
import '../shared/base.css';
import './workbench.css';
import './ticket.css';
import { createApi } from '../shared/api';
import { readSession } from '../shared/session';
import { Workbench } from './Workbench';

const session = readSession(document);

createRoot(document.getElementById('root')!).render(<Workbench api={createApi(session)} session={session} />);
