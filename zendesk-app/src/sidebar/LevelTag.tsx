import { Tag } from '@zendeskgarden/react-tags';
import type { Level } from '../shared/types';
import { useSurroundings } from './context';

const hues: Record<Level, string | undefined> = { high: 'successHue', medium: 'warningHue', low: undefined };

/** How sure the triage is; the word carries it, the colour only helps. */
export function LevelTag({ level }: { level: Level }) {
  const { t } = useSurroundings();
  return (
    <span className="level" data-level={level} title={t('triage.level')}>
      <span className="hidden-but-read">{t('triage.level')}: </span>
      <Tag size="small" hue={hues[level]} isPill><span>{t(`triage.levels.${level}`)}</span></Tag>
    </span>
  );
}
