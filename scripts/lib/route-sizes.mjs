export async function routeSizes() {
  return 'x';
}
