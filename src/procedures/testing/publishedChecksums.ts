/**
 * Checksums of the versions published before the one in the making, by folder: taken on the day each was published.
 * One that differs stops the loading of every installation that runs cases by it, so an entry is added and never changed.
 */
export const PUBLISHED: Readonly<Record<string, string>> = {
  'chelyabinsk/1.0.0': '7dfe009878b44446ddcda2020379ab3f15e56a3bc3defdc1f075d5a14cc0e702',
  'chelyabinsk/1.1.0': '2fbb4de66c2619461033630c6a7e589941873f08b7ed5e77e698dd021497d27e',
  'irkutsk/1.0.0': '78c5af01b56a5af9c82862e5b17b97b74ee6eb50f7dd07909e19f7af7605083f',
  'irkutsk/1.1.0': '43b4617c179d4a1f2638972d882ff06a97fb3f1606f7bbf5faf60b236afb8fea',
  'samara/1.0.0': 'a038143947b628bd6fbe67305e3f9018c9c0ec1d003d4ff18d1fdafeb5e20028',
  'samara/1.1.0': '13cb65df1915a108929ce9eff19589c7e2528516ce391902d630725bd9637a70',
  'sverdlovsk/1.0.0': 'a0a55d599aa4e4b954153bd034215bd0821c2ce9ed8e52d01f085f5ba2e79704',
  'sverdlovsk/1.1.0': '076d0007e92df0ce6a34f52d32a88687d248074c4078742e15b24add41909032',
  'tomsk/1.0.0': '03784f97b0f95c1a444da020d03c2bdc542d66b65e3945132e2ae27c7d0acfa1',
  'tomsk/1.1.0': 'c5424aff4413bea707fe880d6e82b1b4bd264071739ed2f359061eccd1fb7b06',
};
