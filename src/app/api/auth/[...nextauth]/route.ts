import { handleAuth } from '@/server/session';

export { handleAuth as GET, handleAuth as POST };
