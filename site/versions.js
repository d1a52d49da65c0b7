window.tumorbenchVersions = {
 "schemaVersion":1,
 "landing":"0.4.0",
 "versions":[
  {
   "version":"0.4.0",
   "path":"v0.4.0/",
   "date":"2026-11-26",
   "study":"brain-tumor-mri-full",
   "title":"Brain tumour classification from MRI",
   "badge":"real",
   "doi":null,
   "status":"current",
   "newest":"0.4.0",
   "withdrawn":null,
   "manifest":"056a4b57ff30f77a86d4c0a3a69d9c38b135d1f9cf54652fa7964badff69d103",
   "headlines":[
    {"experiment":"mobilenetv2-refit","name":"MobileNetV2 (24-epochs with refit, official)","protocol":"official","images":1311,"accuracy":{"value":0.996186117467582,"low":0.9911030360853037,"high":0.9983698705318113,"method":"Wilson 95 %"}},
    {"experiment":"efficientnetb0-best-official-deduplicated","name":"EfficientNetB0 (8-epochs, official-deduplicated)","protocol":"official-deduplicated","images":323,"accuracy":{"value":0.9752321981424149,"low":0.9518958553103369,"high":0.9873974678430787,"method":"Wilson 95 %"}},
    {"experiment":"ensemble-three-patient-disjoint","name":"Ensemble three (patient-disjoint)","protocol":"patient-disjoint","images":1405,"accuracy":{"value":0.9309608540925267,"low":0.9164954649934033,"high":0.9430760591252139,"method":"Wilson 95 %"}}
   ]
  },
  {
   "version":"0.3.0",
   "path":"v0.3.0/",
   "date":"2026-11-26",
   "study":"brain-tumor-mri-full",
   "title":"Brain tumour classification from MRI",
   "badge":"real",
   "doi":null,
   "status":"superseded",
   "newest":"0.4.0",
   "withdrawn":null,
   "manifest":"4956b4c4bf62a04a0f0c95451d93d113605c8372c8d417385b08ec26a543d53a",
   "headlines":[
    {"experiment":"efficientnetb0-long","name":"EfficientNetB0 (sixteen-epochs, official)","protocol":"official","images":1311,"accuracy":{"value":0.9946605644546148,"low":0.9890195144771198,"high":0.9974112002672293,"method":"Wilson 95 %"}},
    {"experiment":"efficientnetb0-best-official-deduplicated","name":"EfficientNetB0 (eight-epochs, official-deduplicated)","protocol":"official-deduplicated","images":323,"accuracy":{"value":0.9752321981424149,"low":0.9518958553103369,"high":0.9873974678430787,"method":"Wilson 95 %"}},
    {"experiment":"ensemble-three-patient-disjoint","name":"Ensemble three (patient-disjoint)","protocol":"patient-disjoint","images":1405,"accuracy":{"value":0.9309608540925267,"low":0.9164954649934033,"high":0.9430760591252139,"method":"Wilson 95 %"}}
   ]
  },
  {
   "version":"0.2.0",
   "path":"v0.2.0/",
   "date":"2026-11-26",
   "study":"brain-tumor-mri-full",
   "title":"Brain tumour classification from MRI",
   "badge":"real",
   "doi":null,
   "status":"superseded",
   "newest":"0.4.0",
   "withdrawn":null,
   "manifest":"79b9dab94fd250c2e853a35865b2d81d3bdd46dadbba614a9b746c08751a7c1d",
   "headlines":[
    {"experiment":"ensemble-light","name":"Ensemble light (official)","protocol":"official","images":1311,"accuracy":{"value":0.9900839054157132,"low":0.9831082556635294,"high":0.994195883462522,"method":"Wilson 95 %"}},
    {"experiment":"efficientnetb0-best-official-deduplicated","name":"EfficientNetB0 (eight-epochs, official-deduplicated)","protocol":"official-deduplicated","images":323,"accuracy":{"value":0.9752321981424149,"low":0.9518958553103369,"high":0.9873974678430787,"method":"Wilson 95 %"}},
    {"experiment":"ensemble-three-patient-disjoint","name":"Ensemble three (patient-disjoint)","protocol":"patient-disjoint","images":1405,"accuracy":{"value":0.9309608540925267,"low":0.9164954649934033,"high":0.9430760591252139,"method":"Wilson 95 %"}}
   ]
  },
  {
   "version":"0.1.0",
   "path":"v0.1.0/",
   "date":"2026-11-26",
   "study":"demo",
   "title":"Phantom demonstration",
   "badge":"phantom",
   "doi":null,
   "status":"current",
   "newest":"0.1.0",
   "withdrawn":null,
   "manifest":"40e64774993d3776ef60a944f63a69b723bf96cb52a05435af04979249ca7588",
   "headlines":[{"experiment":"mobilenetv2-full-official","name":"MobileNetV2","protocol":"official","images":440,"accuracy":{"value":0.9068181818181819,"low":0.8760255956248201,"high":0.9305687251293102,"method":"Wilson 95 %"}}]
  }
 ]
};
