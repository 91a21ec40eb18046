import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '@/generated/prisma/client';
import { env } from './env';
import { once } from './once';

/** The one pool of this process: Prisma and the hot statements share it. */
export const pool = (): pg.Pool => once('pool', () => new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 }));

/** The one Prisma client of this process. */
export const prisma: PrismaClient = once('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()) }));

/** The client inside an interactive transaction. */
export type Tx = Prisma.TransactionClient;
export type Db = PrismaClient | Tx;
export { Prisma };
