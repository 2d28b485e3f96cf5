// Words of zones and kinds as layers write them, to the words of the ledger. The words of the ledger stand for
// themselves.
// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "engine/rules/words.hpp"
#include "layers/read/field_map.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

Words const ZONES{{"核心区", "core"},
                  {"核心区/核心保护区", "core"},
                  {"核心保护区", "core"},
                  {"缓冲区", "buffer"},
                  {"实验区", "experimental"},
                  {"一般控制区", "general_control"},
                  {"未分区", "unzoned"},
                  {"一级保护区", "grade_1"},
                  {"二级保护区", "grade_2"},
                  {"准保护区", "quasi"},
                  {"一级水源保护区", "grade_1"},
                  {"二级水源保护区", "grade_2"},
                  {"准水源保护区", "quasi"},
                  {"corearea", "core"},
                  {"corezone", "core"},
                  {"bufferzone", "buffer"},
                  {"experimentalzone", "experimental"},
                  {"generalcontrol", "general_control"},
                  {"generalcontrolzone", "general_control"}};

Words const KINDS{{"采矿权", "mining_right"},
                  {"探矿权", "exploration_right"},
                  {"mining", "mining_right"},
                  {"exploration", "exploration_right"},
                  {"采矿点", "mine_site"},
                  {"矿点", "mine_site"},
                  {"采石场", "mine_site"},
                  {"采矿点/采石场", "mine_site"},
                  {"采砂场", "mine_site"},
                  {"砂场", "mine_site"},
                  {"选矿厂", "ore_processing"},
                  {"选厂", "ore_processing"},
                  {"尾矿库", "ore_processing"},
                  {"选矿厂/尾矿库", "ore_processing"},
                  {"油井", "oil_well"},
                  {"气井", "oil_well"},
                  {"油气井", "oil_well"},
                  {"well", "oil_well"},
                  {"oilwell", "oil_well"},
                  {"能源设施", "energy_facility"},
                  {"风电场", "energy_facility"},
                  {"光伏电站", "energy_facility"},
                  {"水电站", "energy_facility"},
                  {"旅游设施", "tourism_facility"},
                  {"旅游活动", "tourism_activity"},
                  {"渔业养殖", "aquaculture"},
                  {"水产养殖", "aquaculture"},
                  {"养殖", "aquaculture"},
                  {"放牧", "grazing"},
                  {"耕地", "farming"},
                  {"种植", "farming"},
                  {"农业种植", "farming"},
                  {"建筑", "building"},
                  {"建筑物", "building"},
                  {"房屋", "building"},
                  {"房屋建筑", "building"},
                  {"线性基础设施", "linear_infrastructure"},
                  {"道路", "linear_infrastructure"},
                  {"公路", "linear_infrastructure"},
                  {"铁路", "linear_infrastructure"},
                  {"管线", "linear_infrastructure"},
                  {"输电线路", "linear_infrastructure"},
                  {"机井", "water_well"},
                  {"科研站", "research_station"},
                  {"科研监测站", "research_station"},
                  {"科研监测站点", "research_station"},
                  {"生态修复工程", "restoration_works"},
                  {"治理恢复工程", "restoration_works"},
                  {"其他", "other"},
                  {"其它", "other"},
                  {"自然保护区", "nature_reserve"},
                  {"生态保护红线", "ecological_red_line"},
                  {"风景名胜区", "scenic_area"},
                  {"饮用水水源保护区", "water_source"},
                  {"水源保护区", "water_source"},
                  {"国家级公益林", "public_forest"},
                  {"湿地", "wetland"}};

std::optional<std::string> look_up(Words const& table, std::initializer_list<Vocabulary> own, std::string_view text) {
  auto const bare = bare_name(std::string(text));
  for (auto const v : own)
    for (auto const word : words(v))
      if (bare == word) return bare;
  auto const it = table.find(bare);
  return it == table.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace

std::optional<std::string> zone_word(std::string_view text) { return look_up(ZONES, {Vocabulary::zone}, text); }
std::optional<std::string> kind_word(std::string_view text) {
  return look_up(KINDS, {Vocabulary::activity_kind, Vocabulary::area_kind}, text);
}

}  // namespace redline
