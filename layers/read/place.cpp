// SPDX-License-Identifier: Apache-2.0
#include "layers/read/place.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "engine/core/error.hpp"
#include "layers/read/encoding.hpp"
#include "layers/read/encrypted_zip.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

constexpr std::array<char const*, 22> ON_THE_NETWORK{
    {"/vsicurl",    "/vsis3",      "/vsigs",    "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift", "/vsihdfs",
     "/vsiwebhdfs", "http://",     "https://",  "ftp://", "wfs:",     "oapif:",  "csw:",      "es:",
     "carto:",      "amigocloud:", "plscenes:", "ngw:",   "eeda:",    "ogcapi:"}};
std::set<std::string> const NETWORK_DRIVERS{"WFS",           "OAPIF", "CSW",    "HTTP",     "Carto", "AmigoCloud",
                                            "Elasticsearch", "EEDA",  "OGCAPI", "PLSCENES", "NGW",   "GMLAS"};
std::set<std::string> const DATA{"shp", "gpkg", "geojson", "json", "geojsonl", "fgb", "kml", "kmz",    "gml",
                                 "dxf", "csv",  "xlsx",    "xls",  "ods",      "tab", "mif", "sqlite", "gdb"};
std::set<std::string> const TEXTS{"txt", "dat"}, TEXTS_BESIDE_TAB{"txt"};  // a .dat belongs to its .tab

std::string lower(std::string const& s) { return CPLString(s).tolower(); }
bool starts(std::string const& s, char const* with) { return lower(s).rfind(with, 0) == 0; }
std::string extension_of(std::string const& path) { return lower(CPLGetExtension(path.c_str())); }

bool stat(std::string const& path, VSIStatBufL& s) { return VSIStatL(path.c_str(), &s) == 0; }
bool exists(std::string const& path) {
  VSIStatBufL s;
  return !path.empty() && stat(path, s);
}
bool is_directory(std::string const& path) {
  VSIStatBufL s;
  return stat(path, s) && VSI_ISDIR(s.st_mode);
}

bool on_the_network(std::string const& p) {
  auto const text = lower(p);
  return std::any_of(ON_THE_NETWORK.begin(), ON_THE_NETWORK.end(), [&](std::string const& w) {
    auto const at = text.find(w);
    return w.back() == ':' ? at == 0 : at != std::string::npos;
  });
}

std::size_t last_colon_outside_quotes(std::string const& text) {
  auto out = std::string::npos;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\')
      ++i;
    else if (text[i] == '\'')
      quoted = !quoted;
    else if (text[i] == ':' && !quoted)
      out = i;
  }
  return out;
}

// PG:host=h dbname=d:LAYER; a colon inside the connection is followed by something that is no name (a port, a path,
// key=value). A password with a colon stands in single quotes, or before another word.
SourcePlace split_database(std::string const& whole) {
  auto const colon = last_colon_outside_quotes(whole);
  auto const tail = whole.substr(colon + 1);
  bool const name = colon != std::string::npos && colon > 2 && !tail.empty() &&
                    tail.find_first_of("=/@") == std::string::npos &&
                    tail.find_first_not_of("0123456789") != std::string::npos;
  auto const path = name ? whole.substr(0, colon) : whole;
  return {without_password(path), path, name ? tail : "", ""};
}

SourcePlace split(std::string const& whole) {
  if (is_database(whole)) return split_database(whole);
  if (exists(whole)) return {whole, whole, "", ""};
  auto const colon = whole.rfind(':');
  if (colon != std::string::npos && exists(whole.substr(0, colon)))
    return {whole.substr(0, colon), whole.substr(0, colon), whole.substr(colon + 1), ""};
  if (GDALIdentifyDriverEx(whole.c_str(), GDAL_OF_VECTOR, nullptr, nullptr)) return {whole, whole, "", ""};
  throw Error(ErrorKind::input, "read.missing", {whole});
}

std::vector<std::string> files_in_zip(std::string const& root, std::set<std::string> const& endings) {
  std::vector<std::string> out;
  CPLStringList const all(VSIReadDirRecursive(root.c_str()), TRUE);
  for (int i = 0; i < all.size(); ++i) {
    auto path = std::string(all[i]);
    if (!path.empty() && path.back() == '/') path.pop_back();
    bool const inside_gdb = lower(path).find(".gdb/") != std::string::npos, apple = path.rfind("__MACOSX", 0) == 0;
    if (!inside_gdb && !apple && endings.count(extension_of(path))) out.push_back(path);
  }
  return out;
}

SourcePlace in_zip(SourcePlace place) {
  if (is_encrypted_zip(place.path)) throw Error(ErrorKind::input, "read.encrypted", {place.shown});
  auto const root = "/vsizip/" + place.path;
  auto const files = files_in_zip(root, DATA);
  if (files.empty()) throw Error(ErrorKind::input, "read.no_layers", {place.shown});
  std::vector<std::string> names;
  names.reserve(files.size());
  for (auto const& f : files) names.push_back(name_from_zip(CPLGetBasename(f.c_str())));
  auto const named = std::find(names.begin(), names.end(), place.layer);
  if (files.size() > 1 && named == names.end()) {
    if (place.layer.empty()) throw Error(ErrorKind::input, "read.which_layer", {place.shown, listed(names)});
    throw Error(ErrorKind::input, "read.no_layer",
                {place.shown, place.layer, listed(names), nearest_name(names, place.layer)});
  }
  if (named != names.end()) place.layer.clear();
  place.path = root + "/" + files[named == names.end() ? 0 : static_cast<std::size_t>(named - names.begin())];
  for (auto const& f : files_in_zip(root, place.extension() == "tab" ? TEXTS_BESIDE_TAB : TEXTS))
    place.texts_beside.push_back(name_from_zip(f));
  return place;
}

SourcePlace in_directory(SourcePlace place) {
  auto const shp = place.path + "/" + place.layer + ".shp";
  if (place.layer.empty() || !exists(shp)) throw Error(ErrorKind::input, "read.directory", {place.shown});
  place.path = shp;
  place.layer.clear();
  return place;
}

SourcePlace with_shapefile(SourcePlace place) {  // .dbf or .shx given instead of the .shp
  auto const ext = extension_of(place.path);
  auto const shp = std::string(CPLResetExtension(place.path.c_str(), "shp"));
  if ((ext == "dbf" || ext == "shx") && exists(shp)) place.path = place.shown = shp;
  return place;
}

void refuse_unless_allowed(SourcePlace const& p, SourceOptions const& o) {
  if (!o.allow_network && NETWORK_DRIVERS.count(p.driver))
    throw Error(ErrorKind::input, "read.refused_network", {p.shown});
  if (!o.allow_vrt && (p.driver == "OGR_VRT" || p.extension() == "vrt"))
    throw Error(ErrorKind::input, "read.refused_vrt", {p.shown});
}

}  // namespace

std::string SourcePlace::extension() const { return is_database(path) ? std::string{} : extension_of(path); }

SourcePlace locate(SourceOptions const& o) {
  if (!o.allow_network && on_the_network(o.path_and_layer))
    throw Error(ErrorKind::input, "read.refused_network", {o.path_and_layer});
  if (!o.allow_vrt && starts(o.path_and_layer, "<ogrvrt"))
    throw Error(ErrorKind::input, "read.refused_vrt", {o.path_and_layer.substr(0, 40)});
  auto place = split(o.path_and_layer);
  if (!is_database(place.path)) {
    if (place.extension() == "zip" && place.path.rfind("/vsi", 0) != 0)
      place = in_zip(std::move(place));
    else if (is_directory(place.path) && place.extension() != "gdb")
      place = in_directory(std::move(place));
    place = with_shapefile(std::move(place));
  }
  auto const driver = GDALIdentifyDriverEx(place.path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr);
  if (driver) place.driver = GDALGetDriverShortName(driver);
  refuse_unless_allowed(place, o);
  return place;
}

std::vector<std::string> allowed_drivers(SourceOptions const& o) {
  std::vector<std::string> out;
  auto* manager = GetGDALDriverManager();
  for (int i = 0; i < manager->GetDriverCount(); ++i) {
    auto* d = manager->GetDriver(i);
    std::string const name = d->GetDescription();
    bool const refused = (!o.allow_network && NETWORK_DRIVERS.count(name)) || (!o.allow_vrt && name == "OGR_VRT");
    if (d->GetMetadataItem(GDAL_DCAP_VECTOR) && !refused) out.push_back(name);
  }
  return out;
}

bool is_database(std::string const& source) {
  return starts(source, "pg:") || starts(source, "postgresql://") || starts(source, "postgres://");
}

std::string without_password(std::string const& source) {
  static std::regex const word(R"(((?:^|[^?&])password\s*=\s*)('([^'\\]|\\.)*'|([^\s\\]|\\.)*))", std::regex::icase),
      asked(R"(([?&]password=)[^\s&]*)", std::regex::icase), url(R"((://[^:/@]*):[^@]*@)");
  auto const words = std::regex_replace(std::regex_replace(source, word, "$1***"), asked, "$1***");
  return std::regex_replace(words, url, "$1:***@");
}

std::string name_from_zip(std::string const& name) {
  auto const bytes = convert(name, "UTF-8", "CP437");
  TextSample sample;
  if (bytes) sample.add(*bytes);
  if (!bytes || !sample.chinese()) return name;
  return to_utf8(*bytes, "GB18030").value_or(name);
}

}  // namespace redline
