// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/from_cut.hpp"

#include "engine/crs/crs.hpp"

namespace redline {

CornerList corners_of_cut(StakedCut const& cut, Parcel application, CornerHeader header) {
  application.declared_area.clear();
  application.declared_corners.reset();
  application.rings.clear();
  for (std::size_t i = 0; i < cut.rings.size(); ++i) {
    CornerRing ring;
    ring.mark = std::to_string(i + 1);
    ring.said_hole = i > 0 && cut.part_of[i] == cut.part_of[i - 1];
    for (auto const& p : cut.rings[i])
      ring.corners.push_back({"J" + std::to_string(ring.corners.size() + 1), p.x, p.y});
    application.rings.push_back(std::move(ring));
  }
  CornerList out;
  out.form = CornerForm::features;
  out.order = AxisOrder::east_first;
  out.header = std::move(header);
  if (!cut.crs.empty() && Crs::parse(cut.crs).geographic())
    std::erase_if(out.header, [](auto const& entry) { return entry.first == "精度"; });  // it is one of metres
  out.parcels.push_back(std::move(application));
  return out;
}

}  // namespace redline
