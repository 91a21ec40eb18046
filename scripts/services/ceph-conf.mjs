/** ceph.conf of a store of one node on loopback, small enough for a laptop. */
export function cephConf({ folder, cluster, monitorPort, host, port, kind, settings }) {
  return `[global]
fsid = ${cluster}
mon host = v1:127.0.0.1:${monitorPort}
ms bind msgr2 = false
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
auth allow insecure global id reclaim = false
run dir = ${folder}/run
crash dir = ${folder}/run
log file = ${folder}/log/$name.log
admin socket = ${folder}/run/$name.asok
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
paxos propose interval = 0.02
paxos min wait = 0.01
${settings.filter((line) => !line.startsWith('osd class dir')).join('\n')}

[mon]
mon data = ${folder}/mon
mon data avail warn = 2
mon data avail crit = 1

[osd]
osd data = ${folder}/osd
osd objectstore = ${kind}
osd class load list = *
osd class default list = *
osd memory target = 939524096
bluestore block size = 5368709120
bluestore block create = true
bluestore cache autotune = false
bluestore cache size = 67108864
memstore device bytes = 2147483648
osd client watch timeout = 5
${settings.filter((line) => line.startsWith('osd class dir')).join('\n')}

[client]
rgw data = ${folder}/rgw
rgw frontends = beast endpoint=${host}:${port}
rgw enable apis = s3
rgw thread pool size = 64
rgw run sync thread = false
`;
}
