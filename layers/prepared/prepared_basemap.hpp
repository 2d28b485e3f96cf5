// The basemap of a workspace, kept in the file basemap.prepared beside its redline.toml. It holds what opening and
// reading the layers of areas gave, and what that depends on: program and libraries, redline.toml, register, days, and
// the SHA-256 of every source. find_prepared() opens it where there is one: `why_not` says why it cannot be used. The
// sources are hashed meanwhile; what was computed counts only when changed() finds no difference. Damage that shows
// later is Error(input, "prepared.damaged").
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>

#include "layers/prepared/block_file.hpp"
#include "layers/prepared/source_state.hpp"
#include "layers/run/plan.hpp"
#include "layers/run/prepared_areas.hpp"

namespace redline {

std::string prepared_path(RunPlan const& plan);  // empty without a workspace

struct PreparedHead {
  std::string format, program, libraries, workspace_sha256, register_sha256;
  std::string said_from;  // the folder, where findings name it; else empty
  std::string as_of;
  std::vector<std::string> definitions;  // of each layer's CRS where PROJ chooses the way to EPSG:4490; else empty
  std::vector<SourceState> sources;
  PreparedAreas areas;
  std::uint64_t tables_at = 0, tables_size = 0;
};

class PreparedBasemap {
 public:
  PreparedBasemap(RunPlan const& plan, std::shared_ptr<BlockFile const> file, PreparedHead head);
  PreparedAreas const& areas() const { return m_head.areas; }
  PreparedHead const& head() const { return m_head; }
  std::optional<Message> changed();
  void check_all() const { m_file->check_all(); }

 private:
  std::shared_ptr<BlockFile const> m_file;
  PreparedHead m_head;
  StateCheck m_check;
};

struct FoundBasemap {
  std::unique_ptr<PreparedBasemap> basemap;
  std::optional<Message> why_not;  // neither: there is no file
};

FoundBasemap find_prepared(RunPlan const& plan, std::string const& register_sha256);
PreparedHead head_of_now(RunPlan const& plan, std::string const& register_sha256);  // what does not need the layers
std::uint64_t write_prepared(RunPlan const& plan, PreparedHead head, Basemap const& basemap);  // bytes written

}  // namespace redline
