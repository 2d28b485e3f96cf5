// The register of nature reserves as data (docs/workspace.md): register.csv and aliases.csv, built in or beside a
// workspace. area_ha in hectares, extent in degrees of EPSG:4490 (x = longitude). A day of which only the year is
// known is the span of that year. resolve(): exact (the full name, written differently at most in 新疆, level, suffix,
// spaces, traditional characters), alias, proposal (one character away from a single reserve, or an alias that is
// marked so: never to be applied without a person), or none. nearest(): the name of the reserve that is written most
// like it, for "did you mean". in_force(day): the reserves whose span holds that day; a year counts whole.
// checked_on(): the day the list is vouched for. Errors: Error(input, "workspace.register_…") with file, line, column.
// Immutable after load, any thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/finding.hpp"
#include "engine/geometry/bounds.hpp"

namespace redline {

struct Span {
  Date first, last;
};

enum class Confidence { unknown, low, medium, high };
enum class Zoned { unknown, no, yes };

struct Reserve {
  std::string id;
  int number = 0;
  std::string name_zh, name_en, level, type;  // level: national, provincial
  std::optional<double> area_ha;
  Confidence area_confidence = Confidence::unknown;
  std::optional<Span> designated_on, national_on;
  std::string prefecture;
  std::optional<Bounds> extent;
  Confidence extent_confidence = Confidence::unknown;
  Zoned zoned = Zoned::unknown;
  std::optional<Span> in_force_from, in_force_to;
  std::string department;
  Date checked_on;
  std::string source;
};

struct Alias {
  std::string name, reserve_id;
  bool proposal = false;
  std::string note;
};

enum class Match { none, exact, alias, proposal };

struct Resolution {
  Match match = Match::none;
  Reserve const* reserve = nullptr;  // lives as long as the register; null for none
  std::string known_as;              // the name or alias that was met
};

class Register {
 public:
  static Register load(std::string const& register_file = {});  // empty: the built-in one
  Register(std::vector<Reserve> reserves, std::vector<Alias> aliases, std::string const& file);

  std::vector<Reserve> const& reserves() const { return m_reserves; }
  std::vector<Alias> const& aliases() const { return m_aliases; }
  Resolution resolve(std::string_view name) const;
  std::string nearest(std::string_view name) const;
  Reserve const* find(std::string_view id) const;
  std::vector<Reserve const*> in_force(Date day) const;
  Date checked_on() const;
  std::optional<Finding> stale(Date day) const;           // the day is later than the list is vouched for
  std::string const& sha256() const { return m_sha256; }  // of both files; empty where not loaded from files

 private:
  struct Name {
    std::string normal, shown;
    std::size_t reserve = 0;
    Match match = Match::exact;
  };
  void collect_names(std::string const& file);
  Resolution one_edit_away(std::string const& normal) const;
  Resolution resolution(Name const& name, Match match) const { return {match, &m_reserves[name.reserve], name.shown}; }

  std::vector<Reserve> m_reserves;
  std::vector<Alias> m_aliases;
  std::vector<Name> m_names;  // reserves first, then aliases
  std::map<std::string, std::size_t> m_by_normal;
  std::string m_sha256;
};

// What a person should hear about a name: nothing for exact and alias, the proposal, or that no reserve is called so.
std::optional<Finding> name_finding(Resolution const& r, std::string_view name, std::string const& layer,
                                    std::string const& feature);

}  // namespace redline
