import { useEffect, useRef, useState } from 'react';
import { Field, MediaInput, Select } from '@zendeskgarden/react-forms';
import type { Api } from '../shared/api';
import type { FieldValues } from '../shared/types';
import { SearchIcon } from '../shared/icons';
import { spoken } from '../shared/texts';
import { statuses } from './StatusChoice';
import type { Search } from './useTickets';

export function Filters({ api, search, onSearch }: { api: Api; search: Search; onSearch: (search: Search) => void }) {
  const [values, setValues] = useState<FieldValues | null>(null);
  const words = useRef<HTMLInputElement>(null);
  // The filters by value are a help; without their values the search by words still serves.
  useEffect(() => { api.fieldValues().then(setValues, () => setValues(null)); }, [api]);

  useEffect(() => {
    const jump = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      words.current?.focus();
    };
    addEventListener('keydown', jump);
    return () => removeEventListener('keydown', jump);
  }, []);

  return (
    <div className="filters" role="search">
      <Field>
        <Field.Label hidden>Search tickets</Field.Label>
        <MediaInput ref={words} isCompact type="search" name="q" placeholder="Search tickets  ( / )" start={<SearchIcon />}
          value={search.q} onChange={e => onSearch({ ...search, q: e.target.value })} />
      </Field>
      <div className="filter-row">
        <Choice name="status" values={statuses} search={search} onSearch={onSearch} />
        <Choice name="priority" values={values?.priority ?? []} search={search} onSearch={onSearch} />
        <Choice name="category" values={values?.category ?? []} search={search} onSearch={onSearch} />
      </div>
    </div>
  );
}

function Choice({ name, values, search, onSearch }:
  { name: 'status' | 'priority' | 'category'; values: string[]; search: Search; onSearch: (search: Search) => void }) {
  return (
    <Field>
      <Field.Label hidden>{spoken(name)}</Field.Label>
      <Select isCompact name={name} value={search[name]} onChange={e => onSearch({ ...search, [name]: e.target.value })}>
        <option value="">{spoken(name)}</option>
        {values.map(value => <option key={value} value={value}>{spoken(value)}</option>)}
      </Select>
    </Field>
  );
}
