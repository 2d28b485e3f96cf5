// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/drawn_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "engine/core/letters.hpp"
#include "engine/geometry/closed_lines.hpp"
#include "engine/geometry/joined_lines.hpp"

namespace redline {
namespace {

constexpr double MILLIMETRE = 1e-3, MILLIMETRE_DEGREES = 1e-8, LARGEST_LONGITUDE = 360;

struct Pieces {  // of one layer
  std::vector<Ring> lines;
  std::vector<std::size_t> features;  // of each line
};

std::map<std::string, Pieces> open_lines(FeatureSource& source) {
  auto const& fields = source.fields();
  auto const named = std::find_if(fields.begin(), fields.end(), [](auto const& f) { return f.name == "Layer"; });
  auto const at = static_cast<std::size_t>(named - fields.begin());
  std::map<std::string, Pieces> out;
  std::size_t number = 0;
  for (RawFeature f; source.next(f);) {
    ++number;
    if (!is_line(f.wkb)) continue;
    auto& pieces = out[at < f.values.size() ? f.values[at].value_or("") : ""];
    for (auto& part : coordinates(Geometry::from_wkb(f.wkb)).parts)
      pieces.lines.push_back(std::move(part.front())), pieces.features.push_back(number);
  }
  source.rewind();
  return out;
}

}  // namespace

DrawnPieces drawn_pieces(FeatureSource& source) {
  DrawnPieces out;
  if (small_letters(std::filesystem::path(source.path()).extension().string()) != ".dxf") return out;
  for (auto const& [layer, pieces] : open_lines(source)) {
    bool const degrees = std::abs(pieces.lines.front().front().x) <= LARGEST_LONGITUDE;
    auto const joined = joined_lines(pieces.lines, degrees ? MILLIMETRE_DEGREES : MILLIMETRE);
    if (!joined) continue;
    for (auto const& [first, ring] : *joined) out.rings[pieces.features[first]].push_back(ring);
    out.features.insert(pieces.features.begin(), pieces.features.end());
    out.findings.push_back({"corner.pieces_joined",
                            Severity::warning,
                            "",
                            "",
                            {layer, std::to_string(pieces.lines.size()), std::to_string(joined->size())}});
  }
  return out;
}

}  // namespace redline
