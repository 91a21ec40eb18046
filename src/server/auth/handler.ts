import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from './options';

/** Answers next-auth's routes; the options are made at the first request, so that a build needs no environment. */
export const handleAuth = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> =>
  NextAuth(request, context, authOptions()) as Promise<Response>;
