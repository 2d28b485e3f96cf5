// Tracks of a KML (gx:Track) with fewer times than points: GDAL's reader breaks the whole process off there. They are
// given empty times in a copy in memory, so that they are read as tracks without time; any other file is read where it
// is. A KMZ with such a track is refused (Error input, "read.kmz_track"); so are what GDAL would leave out in silence:
// all but one KML of a KMZ ("read.kmz_several"), and what links lead to ("read.kml_link").
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "layers/read/memory_file.hpp"

namespace redline {

struct OpenableKml {
  std::string path;  // to be opened
  int tracks = 0;    // that lacked times
  std::shared_ptr<MemoryFile> memory;
};

OpenableKml kml_with_times(std::string const& path, std::string const& shown);

}  // namespace redline
