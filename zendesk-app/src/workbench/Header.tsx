import type { Session } from '../shared/session';
import type { ColorScheme } from '../shared/theme';
import { MoonIcon, SunIcon } from '../shared/icons';
import type { Page } from './usePage';

interface Props { session: Session; page: Page; scheme: ColorScheme; onScheme: (scheme: ColorScheme) => void }

const pages: readonly [Page, string, string][] = [['tickets', '#/', 'Tickets'], ['review', '#/review', 'Review'], ['bot', '#/bot', 'Bot'], ['cards', '#/cards', 'Cards']];

export function Header({ session, page, scheme, onScheme }: Props) {
  return (
    <header className="top">
      <span className="brand"><Mark /> SupportCopilot <span className="brand-note">workbench</span></span>
      <nav aria-label="Pages">
        {pages.map(([key, address, words]) => <a key={key} href={address} aria-current={key === page ? 'page' : undefined}>{words}</a>)}
      </nav>
      <div className="top-end">
        {session.tenant && <Tenants session={session} />}
        <button type="button" className="scheme" onClick={() => onScheme(scheme === 'dark' ? 'light' : 'dark')}
          aria-label={scheme === 'dark' ? 'Switch to light' : 'Switch to dark'}>
          {scheme === 'dark' ? <SunIcon /> : <MoonIcon />}
        </button>
      </div>
    </header>
  );
}

/** Which desk is open; a choice only where there is one. */
function Tenants({ session }: { session: Session }) {
  if (session.tenants.length < 2) return <span className="tenants">Tenant <strong>{session.tenant}</strong></span>;
  return (
    <nav className="tenants" aria-label="Tenant">
      Tenant
      {session.tenants.map(tenant => (
        <a key={tenant} href={`/?tenant=${encodeURIComponent(tenant)}`} aria-current={tenant === session.tenant || undefined}>{tenant}</a>
      ))}
    </nav>
  );
}

function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M6 5h20a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H15l-7 5.5V23H6a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z" fill="#d1f0d6" />
      <path d="m16 8.5 1.6 3.9 3.9 1.6-3.9 1.6L16 19.5l-1.6-3.9-3.9-1.6 3.9-1.6z" fill="#0a4b45" />
    </svg>
  );
}
