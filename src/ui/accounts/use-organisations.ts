'use client';
import { useRef, useState } from 'react';
import { OrganisationsOfDocument } from '@/gql/graphql';
import { request } from '@/ui/request';

/** A municipality of a form and the organisations to choose from in it; an answer about an earlier municipality is dropped. */
export function useOrganisations() {
  const [municipality, setMunicipality] = useState('');
  const [organisations, setOrganisations] = useState<readonly { id: string; name: string }[]>([]);
  const wanted = useRef('');
  const choose = (id: string) => {
    wanted.current = id;
    setMunicipality(id);
    setOrganisations([]);
    if (!id) return;
    request(OrganisationsOfDocument, { municipalityId: id }).then(
      (found) => wanted.current === id && setOrganisations(found.organisations),
      () => undefined,
    );
  };
  return { municipality, organisations, choose };
}
