// SPDX-License-Identifier: Apache-2.0
#include "layers/prepared/prepared_basemap.hpp"

#include <filesystem>

#include "engine/basemap/pack.hpp"
#include "engine/core/error.hpp"
#include "engine/core/version.hpp"
#include "layers/gdal/session.hpp"
#include "layers/prepared/record.hpp"
#include "layers/run/basemap_run.hpp"

namespace redline {

// Found by their arguments, so not in the unnamed namespace.
static bool known(Severity s) { return s == Severity::info || s == Severity::warning || s == Severity::error; }

template <class A>
static void fields(A& a, Finding& f) {
  a(f.code, f.severity, f.layer, f.feature, f.args, f.lon, f.lat);
}

template <class A>
static void fields(A& a, LayerRow& r) {
  a(r.layer, r.role, r.source, r.sha256, r.features, r.valid_from, r.valid_to, r.coverage, r.status, r.crs, r.operation,
    r.encoding, r.coverage_sha256);
}

template <class A>
static void fields(A& a, PreparedLayer& l) {
  a(l.ordinal, l.row, l.path, l.of_opening);
}

template <class A>
static void fields(A& a, CheckedLayer& l) {
  a(l.name, l.status, l.coverage, l.extent.min_x, l.extent.min_y, l.extent.max_x, l.extent.max_y, l.shift_m);
}

template <class A>
static void fields(A& a, SourceState& s) {
  a(s.path, s.sha256, s.files);
}

template <class A>
static void fields(A& a, PreparedHead& h) {
  a(h.format, h.program, h.libraries, h.workspace_sha256, h.register_sha256, h.said_from, h.as_of, h.definitions,
    h.sources, h.areas.layers, h.areas.checked, h.areas.findings, h.areas.days.first, h.areas.days.last, h.tables_at,
    h.tables_size);
}

namespace {

namespace fs = std::filesystem;

constexpr std::string_view FORMAT = "redline-basemap/5";

// Paths in the workspace are kept as seen from there, so that the folder may be moved or mounted elsewhere.
template <class F>
void each_path(PreparedHead& head, F const& f) {
  for (auto& s : head.sources) s.path = f(s.path);
  for (auto& l : head.areas.layers) l.path = f(l.path);
}

fs::path folder(RunPlan const& plan) {
  return plan.workspace_directory.empty() ? fs::path(".") : fs::path(plan.workspace_directory);
}

std::string from_folder(std::string const& path, fs::path const& folder) {
  auto const seen = fs::path(path).lexically_normal().lexically_relative(folder.lexically_normal());
  bool const elsewhere = seen.empty() || (fs::path(path).is_absolute() && *seen.begin() == "..");
  return elsewhere ? path : seen.string();
}

// The head is the last thing in the data, its length the very last.
PreparedHead read_head(BlockFile const& file) {
  constexpr std::uint64_t LENGTH = sizeof(std::uint64_t);
  if (file.size() < LENGTH) throw std::out_of_range("no head");
  auto const text = [&](std::uint64_t at, std::uint64_t size) {
    return std::string_view(reinterpret_cast<char const*>(file.at(at, size)), size);
  };
  auto const size = ByteReader(text(file.size() - LENGTH, LENGTH)).take<std::uint64_t>();
  if (size > file.size() - LENGTH) throw std::out_of_range("no head");
  RecordReader in(text(file.size() - LENGTH - size, size));
  PreparedHead head;
  in(head.format);
  if (head.format != FORMAT) return head;  // what follows is not known
  RecordReader again(text(file.size() - LENGTH - size, size));
  again(head);
  return head;
}

std::vector<std::uint64_t> in_use(RunPlan const& plan) {
  std::vector<std::uint64_t> out;
  std::uint64_t ordinal = 0;
  for (auto const& l : plan.layers) {
    if (l.role != Role::areas) continue;
    if (layer_in_use(l, plan)) out.push_back(ordinal);
    ++ordinal;
  }
  return out;
}

bool same_layers(PreparedHead const& head, RunPlan const& plan) {
  auto const now = in_use(plan);
  return std::equal(now.begin(), now.end(), head.areas.layers.begin(), head.areas.layers.end(),
                    [](auto ordinal, auto const& l) { return ordinal == l.ordinal; });
}

bool same_operations(PreparedHead const& head, RunPlan const& plan) {
  for (std::size_t i = 0; i < head.definitions.size(); ++i)
    if (!head.definitions[i].empty() &&
        Transformation(Crs::parse(head.definitions[i]), plan.datum_parameters).operation() !=
            head.areas.layers.at(i).row.operation)
      return false;
  return true;
}

std::optional<Message> why_not(PreparedHead const& head, PreparedHead const& now, RunPlan const& plan) {
  auto const& days = head.areas.days;
  if (head.format != now.format || head.libraries != now.libraries) return Message{"prepared.other_program", {}};
  if (head.workspace_sha256 != now.workspace_sha256) return Message{"prepared.other_workspace", {}};
  if (head.register_sha256 != now.register_sha256) return Message{"prepared.other_register", {}};
  if (!days.contains(*plan.as_of) || !same_layers(head, plan))
    return Message{"prepared.other_day", {head.as_of, to_string(*plan.as_of)}};
  if (!head.said_from.empty() && head.said_from != plan.workspace_directory)
    return Message{"prepared.other_folder", {head.said_from}};
  if (!same_operations(head, plan)) return Message{"prepared.other_program", {}};
  return std::nullopt;
}

constexpr char const* PROGRAM = "/proc/self/exe";

std::vector<SourceState> to_check(PreparedHead const& head) {
  auto out = head.sources;
  out.push_back({PROGRAM, head.program, {"exe"}});
  return out;
}

}  // namespace

std::string prepared_path(RunPlan const& plan) {
  if (plan.workspace_sha256.empty()) return {};
  return (folder(plan) / "basemap.prepared").string();
}

PreparedHead head_of_now(RunPlan const& plan, std::string const& register_sha256) {
  PreparedHead h;
  h.format = FORMAT;
  h.libraries = redline_version() + ", GDAL " + gdal_version() + ", GEOS " + geos_version() + ", PROJ " +
                proj_version() + ", " + proj_database_version();
  h.workspace_sha256 = plan.workspace_sha256, h.register_sha256 = register_sha256;
  h.as_of = to_string(*plan.as_of);
  return h;
}

PreparedBasemap::PreparedBasemap(RunPlan const& plan, std::shared_ptr<BlockFile const> file, PreparedHead head)
    : m_file(std::move(file)), m_head(std::move(head)), m_check(to_check(m_head), plan.threads) {
  m_head.areas.fill = [this](Basemap::Builder& builder) {
    try {
      unpack(m_file, {m_head.tables_at, m_head.tables_size}, builder);
    } catch (std::out_of_range const&) {
      throw Error(ErrorKind::input, "prepared.damaged", {m_file->path()});
    }
  };
}

std::optional<Message> PreparedBasemap::changed() {
  auto const which = m_check.changed();
  if (!which) return std::nullopt;
  if (*which == PROGRAM) return Message{"prepared.other_program", {}};
  return Message{"prepared.source_changed", {*which}};
}

FoundBasemap find_prepared(RunPlan const& plan, std::string const& register_sha256) {
  FoundBasemap out;
  auto const path = prepared_path(plan);
  std::error_code absent;
  if (path.empty() || !fs::exists(path, absent)) return out;
  try {
    auto file = std::make_shared<BlockFile const>(path);
    auto head = read_head(*file);
    out.why_not = why_not(head, head_of_now(plan, register_sha256), plan);
    if (out.why_not) return out;
    each_path(head, [&](std::string const& p) { return (folder(plan) / p).string(); });
    out.basemap = std::make_unique<PreparedBasemap>(plan, std::move(file), std::move(head));
  } catch (std::out_of_range const&) {
    out.why_not = Message{"prepared.damaged", {path}};
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::input) throw;
    out.why_not = e.message();
  }
  return out;
}

std::uint64_t write_prepared(RunPlan const& plan, PreparedHead head, Basemap const& basemap) {
  AtomicFile file(prepared_path(plan), true);
  BlockFileWriter out(file.temporary(), file.path());
  auto const packed = pack(basemap, [&](std::string_view bytes) { out.add(bytes); });
  head.tables_at = packed.tables_at, head.tables_size = packed.tables_size;
  head.program = source_state(PROGRAM).sha256;
  each_path(head, [&](std::string const& p) { return from_folder(p, folder(plan)); });
  RecordWriter record;
  record(head);
  out.add(record.bytes());
  ByteRow length;
  length.put(std::uint64_t{record.bytes().size()});
  out.add(length.bytes());
  out.finish();
  auto const size = fs::file_size(file.temporary());
  file.publish();
  return size;
}

}  // namespace redline
