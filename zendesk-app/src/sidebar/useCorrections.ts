import { useEffect, useState } from 'react';
import type { CorrectableField, FieldValues, Triage } from '../shared/types';
import { useSurroundings } from './context';
import { wordsForFailure } from './wordsForFailure';

type Marks = Partial<Record<CorrectableField, string>>;

/** Triage with the agent's corrections laid over it: shown at once, taken back with the reason when they fail. */
export function useCorrections(ticketId: number, given: Triage) {
  const { api, t } = useSurroundings();
  const [triage, setTriage] = useState(given);
  const [saving, setSaving] = useState<Marks>({});
  const [failed, setFailed] = useState<Marks>({});
  const [choices, setChoices] = useState<FieldValues | null>(null);

  useEffect(() => setTriage(given), [given]);
  useEffect(() => {
    // Without the values there is nothing to choose from: the fields then only show, and a reload asks again.
    api.fieldValues().then(setChoices, () => setChoices(null));
  }, [api]);

  const shown = (field: CorrectableField) => saving[field] ?? triage[field].value;

  function valuesOf(field: CorrectableField): string[] {
    if (!choices) return [];
    return field === 'subcategory' ? choices.subcategory[shown('category') ?? ''] ?? [] : choices[field];
  }

  async function correct(field: CorrectableField, value: string) {
    setSaving(marks => ({ ...marks, [field]: value }));
    setFailed(marks => without(marks, field));
    try {
      setTriage(await api.correct(ticketId, field, value));
    } catch (reason) {
      const detail = wordsForFailure(reason, t);
      setFailed(marks => ({ ...marks, [field]: t('triage.notSaved', { detail }) }));
    }
    setSaving(marks => without(marks, field));
  }

  return { triage, saving, failed, valuesOf, correct };
}

function without(marks: Marks, field: CorrectableField): Marks {
  const { [field]: _, ...rest } = marks;
  return rest;
}
