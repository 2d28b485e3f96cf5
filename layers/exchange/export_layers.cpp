// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/export_layers.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/exchange/kml.hpp"
#include "layers/ledger_report/ledger_file.hpp"
#include "layers/run/outputs.hpp"
#include "layers/run/source_files.hpp"

namespace redline {
namespace {

namespace fs = std::filesystem;

// What may stand beside a .shp and speak of it: a new one must not get the index of an old one. Beside "A.SHP" also the
// parts of an "A.shp", which GDAL would take first.
constexpr char const* PARTS[] = {".dbf", ".shx", ".prj", ".cpg", ".shp"};
constexpr char const* OF_AN_OLDER[] = {".qix", ".sbn", ".sbx", ".qpj", ".idm", ".ind", ".shp.xml", ".ain", ".aih"};

using Layers = std::vector<TableSpec const*>;

struct Part {
  std::string inside, place;  // ending in the hidden folder, path to be written
};

bool exists(std::string const& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

std::string stem_of(std::string const& path) { return fs::path(path).replace_extension().string(); }

std::string names_of(Layers const& layers) {
  std::string out;
  for (auto const* l : layers) out += (out.empty() ? "" : ", ") + l->name;
  return out;
}

class Export {
 public:
  explicit Export(ExportOptions const& o) : m_options(o), m_format(format()), m_ledger(o.ledger) { choose(); }

  ExportResult run() {
    for (char const* key : m_format->losses) m_result.notes.push_back({key, {}});
    if (m_format->several_layers && !m_folder)
      write_kml_file(m_layers, m_options.output);
    else if (!m_folder)
      write_layer(*m_layers.front(), m_options.output);
    else
      write_folder();
    return std::move(m_result);
  }

 private:
  ExchangeFormat const* format() {
    auto const* by_ending = format_of_ending(m_options.output);
    m_folder = by_ending == nullptr;
    auto const* named = m_options.format.empty() ? by_ending : format_named(m_options.format);
    std::string known;
    for (auto const& name : format_names()) known += (known.empty() ? "" : ", ") + name;
    if (!named || (by_ending && named != by_ending))
      throw Error(ErrorKind::usage, "exchange.unknown_format", {m_options.output, known});
    return named;
  }

  void choose() {
    auto const all = spatial_layers();
    Layers filled;
    for (auto const* l : all)
      if (rows_of_layer(m_ledger.db(), *l) > 0) filled.push_back(l);
    for (auto const& name : m_options.layers) {
      auto const it = std::find_if(all.begin(), all.end(), [&](auto const* l) { return l->name == name; });
      if (it == all.end()) throw Error(ErrorKind::usage, "exchange.no_layer", {name, names_of(all)});
      if (std::find(m_layers.begin(), m_layers.end(), *it) == m_layers.end()) m_layers.push_back(*it);
    }
    if (m_layers.empty() && m_format->several_layers && !m_folder)
      for (auto const* l : all)
        if (l->name.rfind("conflict_", 0) == 0) m_layers.push_back(l);
    if (m_layers.empty() && m_folder) m_layers = filled;
    bool const one_only = !m_format->several_layers && !m_folder;
    if (one_only && m_layers.size() != 1)
      throw Error(ErrorKind::usage, "exchange.which_layer", {m_options.output, names_of(filled)});
    if (m_layers.empty()) throw Error(ErrorKind::usage, "exchange.no_rows", {m_options.ledger});
  }

  void write_folder() {
    std::error_code failed, ignored;
    bool const made = fs::create_directory(m_options.output, failed);
    if (failed) throw Error(ErrorKind::output, "write.failed", {m_options.output, failed.message()});
    auto const path_of = [&](TableSpec const& layer) {
      return (fs::path(m_options.output) / (layer.name + m_format->ending)).string();
    };
    try {
      for (auto const* layer : m_layers) checked(parts_of(path_of(*layer)));
      for (auto const* layer : m_layers) {
        if (m_format->several_layers)
          write_kml_file({layer}, path_of(*layer));
        else
          write_layer(*layer, path_of(*layer));
      }
    } catch (...) {
      if (made) fs::remove(m_options.output, ignored);  // where it stayed empty
      throw;
    }
  }

  // None of them is the ledger, an input of it or of a workspace, nor there unless it may be replaced: of a folder,
  // looked at before the first is written.
  void check(std::string const& path) {
    check_replaces_none({path}, {m_options.ledger});
    check_not_of_workspace({path});
    if (auto const input = input_with_bytes_of(path); !input.empty())
      throw Error(ErrorKind::output, "write.is_input", {path, input});
  }

  // What the ledger was made from is known by its SHA-256, wherever it lies today. Empty: it is none.
  std::string input_with_bytes_of(std::string const& path) {
    if (!m_options.overwrite || !exists(path)) return {};
    auto const shapefile = fs::path(path).replace_extension(".shp").string();
    std::set<std::string> const bytes{sha256_of_source(path), sha256_of_source(shapefile)};
    for (auto const& [key, value] : m_ledger.manifest())
      if (key.starts_with("input.") && key.ends_with(".sha256") && !value.empty() && bytes.count(value) > 0) return key;
    return {};
  }

  void write_kml_file(Layers const& layers, std::string const& path) {
    check(path);
    AtomicFile file(path, m_options.overwrite);
    ByteSink sink(file.temporary(), path);
    auto const l = m_options.language;
    std::string about = render(Message{"kml.about", {m_ledger.run("as_of")}}, l);
    for (char const* key : {"qgis.proposal", "exchange.as_wgs84", "exchange.kml_phones"}) about += " " + render(key, l);
    auto const name = m_options.name.empty() ? fs::path(m_options.ledger).stem().string() : m_options.name;
    KmlText const text{name, about};
    auto const losses = write_kml(m_ledger.db(), layers, text, sink, l);
    sink.close();
    file.publish();
    std::int64_t rows = 0;
    for (auto const& [layer, lost] : losses) {
      rows += lost.rows;
      tell(layer, lost);
    }
    m_result.files.push_back({path, rows});
  }

  void write_layer(TableSpec const& layer, std::string const& path) {
    auto const parts = parts_of(path);
    auto const places = checked(parts);
    HiddenFolder const folder(path);
    auto const inside = (fs::path(folder.path()) / layer.name).string();
    LedgerRows rows(m_ledger.db(), layer);
    auto const losses = write_gdal_layer(rows, *m_format, inside + m_format->ending, path);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      std::error_code failed;
      fs::rename(inside + parts[i].inside, places[i]->temporary(), failed);
      if (failed) throw Error(ErrorKind::output, "write.failed", {parts[i].place, failed.message()});
    }
    for (auto const& place : places) {
      if (place == places.back()) remove_older(parts);
      place->publish();
    }
    tell(layer.name, losses);
    m_result.files.push_back({parts.back().place, losses.rows});
  }

  std::vector<std::unique_ptr<AtomicFile>> checked(std::vector<Part> const& parts) {
    std::vector<std::unique_ptr<AtomicFile>> places;
    for (auto const& part : parts) {
      check(part.place);
      places.push_back(std::make_unique<AtomicFile>(part.place, m_options.overwrite));
    }
    for (auto const& older : older_than(parts)) {
      check(older);
      if (!m_options.overwrite) throw Error(ErrorKind::output, "write.exists", {older});
    }
    return places;
  }

  // Of a shapefile all parts, the .shp last. GDAL knows their endings in small or in large letters, not in mixed ones.
  std::vector<Part> parts_of(std::string const& path) const {
    if (std::string(m_format->name) != "shapefile") return {{m_format->ending, path}};
    auto const ending = fs::path(path).extension().string();
    bool const large = ending == large_letters(ending);
    std::vector<Part> out;
    for (std::string const part : PARTS) out.push_back({part, stem_of(path) + (large ? large_letters(part) : part)});
    return out;
  }

  static std::vector<std::string> older_than(std::vector<Part> const& parts) {
    std::vector<std::string> out;
    if (parts.size() < 2) return out;
    auto const stem = stem_of(parts.back().place);
    auto const add = [&](std::string const& path) {
      auto const same = [&](Part const& p) {  // also by another spelling, where the file system takes both for one
        std::error_code none;
        return p.place == path || fs::equivalent(p.place, path, none);
      };
      if (exists(path) && std::none_of(parts.begin(), parts.end(), same)) out.push_back(path);
    };
    for (char const* ending : PARTS) add(stem + ending), add(stem + large_letters(ending));
    for (char const* ending : OF_AN_OLDER) add(stem + ending), add(stem + large_letters(ending));
    return out;
  }

  static void remove_older(std::vector<Part> const& parts) {
    std::error_code ignored;
    for (auto const& path : older_than(parts)) fs::remove(path, ignored);
  }

  void tell(std::string const& layer, LayerLosses const& losses) {
    std::string cut;
    for (auto const& [column, n] : losses.cut_texts)
      cut += (cut.empty() ? "" : ", ") + column + " (" + std::to_string(n) + ")";
    if (!cut.empty()) m_result.notes.push_back({"exchange.cut", {layer, cut}});
    if (losses.without_place > 0)
      m_result.notes.push_back({"exchange.without_place", {layer, std::to_string(losses.without_place)}});
  }

  ExportOptions const& m_options;
  bool m_folder = false;
  ExchangeFormat const* m_format;
  LedgerFile m_ledger;
  Layers m_layers;
  ExportResult m_result;
};

}  // namespace

ExportResult export_layers(ExportOptions const& options) { return Export(options).run(); }

}  // namespace redline
