// Layers of a ledger as one KML file for the phone: a folder per layer and line of its legend, in the colours of the
// maps, with names and a table of facts in the language asked for, and all columns as ExtendedData. CGCS2000 is written
// as WGS 84. A row without a place of its own stands at lon, lat; one without these is counted. Errors: AtomicFile's,
// those of reading (write.failed).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/exchange/gdal_layer.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline {

struct KmlText {
  std::string name, description;  // of the document
};

std::map<std::string, LayerLosses> write_kml(Database& ledger, std::vector<TableSpec const*> const& layers,
                                             KmlText const& about, ByteSink& out, Language l);

}  // namespace redline
