// Which area a zone belongs to: by id, by a name that is one area's alone, by an alias; what is doubtful is said.
// SPDX-License-Identifier: Apache-2.0
#include "layers/run/zone_owners.hpp"

#include <catch2/catch.hpp>

using namespace redline;

namespace {

ProtectedArea area(std::string const& layer, std::string const& id, std::string const& name) {
  ProtectedArea a;
  a.layer = layer, a.id = id, a.name = name;
  return a;
}

class Owners {
 public:
  Owners() : m_names(RunPlan{}), m_owners(m_names) {}

  void boundary(std::string const& id, std::string const& name, bool in_force = true) {
    m_owners.add_boundary(area("rim", id, name), id, in_force);
  }
  ZoneOwner of(std::string const& id, std::string const& name) {
    auto const zone = area("inner", id.empty() ? "inner:0" : id, name);
    m_owners.add_zone(zone, id);
    return m_owners.find(zone, id);
  }
  ZoneOwners& all() { return m_owners; }

 private:
  ReserveNames m_names;
  ZoneOwners m_owners;
};

std::string id_of(ZoneOwner const& o) { return o.area ? o.area->id : ""; }
std::string doubt_of(ZoneOwner const& o) { return o.doubt ? o.doubt->code : ""; }

}  // namespace

TEST_CASE("a zone belongs to the area with its id or its name", "[zones_of]") {
  Owners o;
  o.boundary("1", "甲河国家级自然保护区");
  o.boundary("2", "乙山");
  o.boundary("3", "新疆罗布泊野骆驼国家级自然保护区");
  o.boundary("4", "");
  struct Case {
    char const *id, *name, *owner, *doubt;
  };
  for (auto const& c : std::vector<Case>{{"1", "", "1", ""},
                                         {"", "新疆甲河", "1", ""},
                                         {"", "罗布泊", "3", ""},   // an alias
                                         {"2", "核心区", "2", ""},  // a name that is no area's says nothing
                                         {"4", "", "4", ""},
                                         {"9", "乙山自然保护区", "2", ""},  // the zones' own numbering
                                         {"1", "乙山", "2", "run.zone_id_and_name"},
                                         {"9", "丙", "", "run.zone_without_area"},
                                         {"", "", "", "run.zone_without_area"}}) {
    auto const owner = o.of(c.id, c.name);
    INFO(c.id << " " << c.name);
    CHECK(id_of(owner) == c.owner);
    CHECK(doubt_of(owner) == c.doubt);
    if (owner.doubt) CHECK(has_text(owner.doubt->code + ".hint"));
  }
}

TEST_CASE("a name that several areas have settles nothing, an id among them does", "[zones_of]") {
  Owners o;
  o.boundary("1", "丙湖");
  o.boundary("2", "丙湖自然保护区");
  o.boundary("3", "丁");
  CHECK(doubt_of(o.of("", "丙湖")) == "run.zone_of_several_areas");
  CHECK(o.of("", "丙湖").doubt->args == std::vector<std::string>{"", "丙湖", "1, 2"});
  CHECK(id_of(o.of("2", "丙湖")) == "2");
  auto const elsewhere = o.of("3", "丙湖");  // the id of a third
  CHECK(elsewhere.area == nullptr);
  CHECK(doubt_of(elsewhere) == "run.zone_of_several_areas");
}

TEST_CASE("several features of one area are one area, of which the version in force counts", "[zones_of]") {
  Owners o;
  o.boundary("1", "甲河", false);
  o.boundary("1", "甲河国家级", true);
  o.boundary("2", "乙山", false);
  CHECK(id_of(o.of("", "甲河")) == "1");
  CHECK(o.all().boundary("1").name == "甲河国家级");
  CHECK(o.of("1", "").in_force);
  CHECK_FALSE(o.of("2", "").in_force);
}

TEST_CASE("an area is as accurate as the worst of its layers, and schematic if one of them is", "[zones_of]") {
  Owners o;
  auto rim = area("rim", "1", "甲河"), other = area("rim", "2", "乙山");
  rim.accuracy_m = other.accuracy_m = 5;
  o.all().add_boundary(rim, "1", true);
  o.all().add_boundary(other, "2", true);
  auto zone = area("inner", "1", "");
  zone.accuracy_m = 50;
  o.all().add_zone(zone, "1");
  CHECK(o.all().boundary("1").accuracy_m == 50);
  CHECK_FALSE(o.all().boundary("1").schematic);
  zone.accuracy_m = 1, zone.schematic = true;
  o.all().add_zone(zone, "1");
  CHECK(o.all().boundary("1").accuracy_m == 50);
  CHECK(o.all().boundary("1").schematic);
  zone.accuracy_m.reset();
  o.all().add_zone(zone, "1");
  CHECK_FALSE(o.all().boundary("1").accuracy_m);
  CHECK(o.all().boundary("2").accuracy_m == 5);
}
