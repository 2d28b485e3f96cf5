// Where a layer is: FILE[:LAYER] taken apart and made into what GDAL opens. If the whole string is there it is the
// file; else it is split at the last colon. A .zip is read in place: the one data file in it, or the one named as
// layer. A folder with a shapefile of the layer's name is that shapefile. Errors (input): read.missing, read.directory,
// read.which_layer, read.no_layers, read.encrypted, read.refused_network and read.refused_vrt (also for files that only
// say inside what they are).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/read/open.hpp"

namespace redline {

struct SourcePlace {
  std::string shown;                           // as messages and hashes name it, without a password
  std::string path;                            // as GDAL opens it
  std::string layer;                           // as named by the user, or empty
  std::string driver;                          // GDAL's name of the format, empty if unknown
  std::vector<std::string> texts_beside = {};  // lists of corners, perhaps, in the archive of the data file
  std::string extension() const;
};

SourcePlace locate(SourceOptions const& options);
std::vector<std::string> allowed_drivers(SourceOptions const& options);
bool is_database(std::string const& source);
std::string without_password(std::string const& source);  // PG:… and URLs, as they may be printed
std::string name_from_zip(std::string const& name);  // Chinese names in archives that do not say UTF-8 arrive as CP437

}  // namespace redline
