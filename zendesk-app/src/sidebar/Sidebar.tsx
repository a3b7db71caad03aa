import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Api } from '../shared/api';
import { figuresFor } from '../shared/figures';
import { SafetyNet } from '../shared/SafetyNet';
import type { Session } from '../shared/session';
import { textsFor } from '../shared/texts';
import { AppTheme, type ColorScheme } from '../shared/theme';
import { Assistant } from './Assistant';
import { SurroundingsContext } from './context';
import type { Framework } from './framework';
import { Notice } from './Notice';
import { PanelSkeleton } from './PanelSkeleton';
import { useAutoHeight } from './useAutoHeight';
import { useDesk } from './useDesk';

interface Props { api: Api; framework: Framework | null; session: Session; startScheme: ColorScheme }

export function Sidebar({ api, framework, session, startScheme }: Props) {
  const content = useRef<HTMLDivElement>(null);
  const { desk, locale, scheme } = useDesk(framework, startScheme);
  const texts = useMemo(() => textsFor(locale ?? navigator.language), [locale]);
  useAutoHeight(framework, content);
  useEffect(() => { document.documentElement.lang = texts.language; }, [texts]);
  useLayoutEffect(() => api.speak(texts.language), [api, texts]); // before anything is asked, which the parts do in their effects

  const { t, language, locale: manner, direction } = texts;
  const figures = useMemo(() => figuresFor(manner), [manner]);
  const surroundings = useMemo(
    () => framework && { api, framework, t, language, figures, source: session.source }, [api, framework, t, language, figures, session]);

  return (
    <AppTheme scheme={scheme} direction={direction}>
      <div ref={content} className="panel">
        <SafetyNet words={retry => <Notice alert title={t('state.broken.title')} text={t('state.broken.text')} retry={[t('action.retry'), retry]} />}>
          {show()}
        </SafetyNet>
      </div>
    </AppTheme>
  );

  function show() {
    if (!session.authorization) return <Notice title={t('state.signedOut.title')} text={t('state.signedOut.text')} />;
    if (desk.phase === 'outside') return <Notice title={t('state.outside.title')} text={t('state.outside.text')} />;
    if (desk.phase === 'unsaved') return <Notice title={t('state.unsaved.title')} text={t('state.unsaved.text')} />;
    if (desk.phase === 'starting') return <PanelSkeleton label={t('state.loading')} />;
    if (desk.phase !== 'open' || !surroundings)
      return <Notice title={t('state.silent.title')} text={t('state.silent.text')} retry={[t('action.retry'), () => location.reload()]} />;
    return (
      <SurroundingsContext.Provider value={surroundings}>
        <Assistant key={desk.ticketId} ticketId={desk.ticketId} />
      </SurroundingsContext.Provider>
    );
  }
}
