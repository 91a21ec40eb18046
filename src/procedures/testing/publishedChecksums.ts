/**
 * Checksums of the versions that main has ever been handed over with, by folder: taken on that day. Help pages are not counted.
 * One that differs stops the loading of every installation that runs cases by it, so an entry is added and never changed.
 */
export const PUBLISHED: Readonly<Record<string, string>> = {
  'chelyabinsk/1.0.0': '7dfe009878b44446ddcda2020379ab3f15e56a3bc3defdc1f075d5a14cc0e702',
  'chelyabinsk/1.1.0': '2fbb4de66c2619461033630c6a7e589941873f08b7ed5e77e698dd021497d27e',
  'chelyabinsk/1.2.0': 'a3d8261ff67a6e14fbc9b96a98bc580ca6561f796f76b6a0436e4cc1a3bae3a2',
  'chelyabinsk/1.2.1': 'd5b06d24725c0934b7861614a8a0a2c2ea940ed57cffe4a58d972144bd69a5f3',
  'irkutsk/1.0.0': '78c5af01b56a5af9c82862e5b17b97b74ee6eb50f7dd07909e19f7af7605083f',
  'irkutsk/1.1.0': '43b4617c179d4a1f2638972d882ff06a97fb3f1606f7bbf5faf60b236afb8fea',
  'irkutsk/1.2.0': '5e28fdf69a269a7f4bad05f6b6b6c2718826e3355b7dd5561844d9be9e45211d',
  'irkutsk/1.2.1': 'df2f67e5790a5eb88a066b86a43530ab2d582ce8ea18c5e9c6650b39997aab7b',
  'samara/1.0.0': 'a038143947b628bd6fbe67305e3f9018c9c0ec1d003d4ff18d1fdafeb5e20028',
  'samara/1.1.0': '13cb65df1915a108929ce9eff19589c7e2528516ce391902d630725bd9637a70',
  'samara/1.2.0': 'dd5ef670c706c7236e52b53b16efd52e4f2a425ef93f5c365298a75a6ba801ec',
  'samara/1.2.1': '2472b6653b8a4d4387232725df5f96f5319bff578b03adf0bf96bdb5f2db5d50',
  'sverdlovsk/1.0.0': 'a0a55d599aa4e4b954153bd034215bd0821c2ce9ed8e52d01f085f5ba2e79704',
  'sverdlovsk/1.1.0': '076d0007e92df0ce6a34f52d32a88687d248074c4078742e15b24add41909032',
  'sverdlovsk/1.2.0': 'd24aee95839e4b043875681036390432a2c27d104d1c0d6f47d1d4566e6329e8',
  'sverdlovsk/1.2.1': 'e35030360d0c8f3521a693918d35ef47c845b398488ea6e27d5949f9a253cec2',
  'tomsk/1.0.0': '03784f97b0f95c1a444da020d03c2bdc542d66b65e3945132e2ae27c7d0acfa1',
  'tomsk/1.1.0': 'c5424aff4413bea707fe880d6e82b1b4bd264071739ed2f359061eccd1fb7b06',
  'tomsk/1.2.0': '0a795ce306b3ee507e6de0c1babc77fcb6b718b43e77c7a6b14dfa8b522d01e8',
  'tomsk/1.2.1': 'df1901a842c8e01b3777068da9c8b11255a695b74d3b9e51ce46d219951222ce',
};
