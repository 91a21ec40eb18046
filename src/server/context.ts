import DataLoader from 'dataloader';
import type { Language } from '@/domain/procedure/vocabulary';
import type { Viewer } from '@/domain/viewer';
import type { Account, Region } from '@/generated/prisma/client';
import { refreshClock } from './clock';
import { forbidden, unauthenticated } from './errors';
import { type Case, findCases } from './facts';
import { newId } from './ids';
import { prisma } from './prisma';
import { findRegion } from './regions';
import type { SessionInfo } from './sessions';

/** What every resolver gets. */
export interface GraphQLContext {
  /** The signed-in person, also before a role or a password is chosen. */
  session: SessionInfo | null;
  /** The person in a role of a region; null until both are chosen. */
  viewer: Viewer | null;
  region: Region | null;
  language: Language;
  /** Where the request came from: see requestSource.ts. */
  requestId: string;
  address: string;
  loaders: Loaders;
}

type AccountName = Pick<Account, 'id' | 'login' | 'lastName' | 'firstName' | 'patronymic' | 'sex'>;

export interface Loaders {
  /** A case with facts; only for ids that already passed visibility. */
  case: DataLoader<string, Case | null>;
  account: DataLoader<string, AccountName | null>;
  municipality: DataLoader<string, { id: string; name: string } | null>;
  organisation: DataLoader<string, { id: string; name: string; municipalityId: string; regionId: string } | null>;
}

/** Puts together the context of one request. */
export async function createContext(wish: {
  session: SessionInfo | null;
  language: Language;
  address: string;
  requestId?: string;
  host?: string | null;
  regionSlug?: string | null;
}): Promise<GraphQLContext> {
  // A session brings the clock with it; who has none gets the terms of today as well.
  if (!wish.session) await refreshClock();
  const viewer = wish.session?.viewer ?? null;
  const region = await findRegion({ regionId: viewer?.regionId ?? null, host: wish.host ?? null, slug: wish.regionSlug ?? null });
  return {
    session: wish.session,
    viewer,
    region,
    language: wish.language,
    requestId: wish.requestId ?? newId(),
    address: wish.address,
    loaders: createLoaders(),
  };
}

/** Readers of one request. */
export function createLoaders(): Loaders {
  return {
    case: new DataLoader(async (ids) => {
      const cases = await findCases(prisma, ids);
      return ids.map((id) => cases.get(id) ?? null);
    }),
    account: new DataLoader(async (ids) => {
      const select = { id: true, login: true, lastName: true, firstName: true, patronymic: true, sex: true };
      const rows = await prisma.account.findMany({ where: { id: { in: [...ids] } }, select });
      return ids.map((id) => rows.find((r) => r.id === id) ?? null);
    }),
    municipality: new DataLoader(async (ids) => {
      const rows = await prisma.municipality.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
      return ids.map((id) => rows.find((r) => r.id === id) ?? null);
    }),
    organisation: new DataLoader(async (ids) => {
      const rows = await prisma.organisation.findMany({ where: { id: { in: [...ids] } } });
      return ids.map((id) => rows.find((r) => r.id === id) ?? null);
    }),
  };
}

/** The signed-in person in a role; else the request ends as not signed in. */
export function getViewer(context: Pick<GraphQLContext, 'viewer'>): Viewer {
  return context.viewer ?? unauthenticated();
}

/** The viewer, if he has one of these roles; else the request ends as not allowed. For fields that no procedure can give to others. */
export function getViewerAs(context: Pick<GraphQLContext, 'viewer'>, ...roles: Viewer['role'][]): Viewer {
  const viewer = getViewer(context);
  return roles.includes(viewer.role) ? viewer : forbidden();
}
