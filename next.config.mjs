import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./src/i18n.ts');

/** @type {import('next').NextConfig} */
const config = {
  // The tests build beside the site that is being served, never over it.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  // `npm test` checks the types of everything, once; the build need not repeat it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Users' files never pass through a decoder of ours.
  images: { unoptimized: true },
  // Next bundles one copy per kind of route; these must stay one per process.
  serverExternalPackages: [
    'graphql',
    '@apollo/server',
    'pg',
    'pg-boss',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@node-rs/argon2',
    'pino',
    'rate-limiter-flexible',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(self), geolocation=(), microphone=(), payment=()' },
      ],
    },
  ],
};

export default withNextIntl(config);
