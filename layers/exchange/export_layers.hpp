// Layers of a ledger into a file of another format, or into a folder with one file for each. The ledger is only read.
// Files appear complete or not at all; of a folder all places are looked at before the first is written. The parts of a
// shapefile are complete one by one, the .shp last and the indexes of an older one gone before it: a kill in these
// moments can leave new parts beside an old .shp, which the next export replaces. `notes` say what the format cannot
// hold and what was lost of these rows. Without `layers`: of a file for the phone the conflicts, of a folder every
// spatial layer with rows. Errors: exchange.unknown_format {output, known}, exchange.which_layer {output, layers},
// exchange.no_layer {name, layers}, exchange.no_rows {ledger} (usage); read.missing, write.not_a_ledger (input);
// AtomicFile's, write.is_input, write.of_workspace (output).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/text.hpp"

namespace redline {

struct ExportOptions {
  std::string ledger, output, format;  // format: empty, by the ending of output
  std::string name;                    // of the ledger, as a KML gives it; empty: that of the file
  std::vector<std::string> layers;
  bool overwrite = false;
  Language language = Language::zh;
};

struct ExportedFile {
  std::string path;
  std::int64_t rows = 0;
};

struct ExportResult {
  std::vector<ExportedFile> files;
  std::vector<Message> notes;
};

ExportResult export_layers(ExportOptions const& options);

}  // namespace redline
