// Words of zones and kinds as layers write them, to the words of the ledger. SPDX-License-Identifier: Apache-2.0
#include <map>

#include "layers/read/field_map.hpp"

namespace redline {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

Words const& zones() {
  static Words const TABLE{
      {"core", "core"}, {"buffer", "buffer"}, {"experimental", "experimental"}, {"general_control", "general_control"},
      {"unzoned", "unzoned"}, {"zone_gap", "zone_gap"}, {"grade_1", "grade_1"}, {"grade_2", "grade_2"}, {"quasi", "quasi"}, {"none", "none"},
      {"核心区", "core"}, {"核心保护区", "core"}, {"缓冲区", "buffer"}, {"实验区", "experimental"}, {"一般控制区", "general_control"},
      {"未分区", "unzoned"}, {"一级保护区", "grade_1"}, {"二级保护区", "grade_2"}, {"准保护区", "quasi"}, {"一级", "grade_1"}, {"二级", "grade_2"}};
  return TABLE;
}

Words const& kinds() {
  static Words const TABLE = [] {
    Words t{{"采矿权", "mining_right"}, {"探矿权", "exploration_right"}, {"采矿点", "mine_site"}, {"采石场", "mine_site"}, {"矿点", "mine_site"},
            {"mining", "mining_right"}, {"exploration", "exploration_right"}, {"well", "oil_well"},
            {"选矿厂", "ore_processing"}, {"尾矿库", "ore_processing"}, {"油井", "oil_well"}, {"油气井", "oil_well"}, {"能源设施", "energy_facility"},
            {"旅游设施", "tourism_facility"}, {"旅游活动", "tourism_activity"}, {"渔业养殖", "aquaculture"}, {"养殖", "aquaculture"}, {"放牧", "grazing"},
            {"耕地", "farming"}, {"种植", "farming"}, {"建筑", "building"}, {"房屋", "building"}, {"道路", "linear_infrastructure"}, {"管线", "linear_infrastructure"},
            {"机井", "water_well"}, {"科研站", "research_station"}, {"其他", "other"},
            {"自然保护区", "nature_reserve"}, {"生态保护红线", "ecological_red_line"}, {"风景名胜区", "scenic_area"}, {"饮用水水源保护区", "water_source"},
            {"国家级公益林", "public_forest"}, {"湿地", "wetland"}};
    for (auto const* word : {"mining_right", "exploration_right", "mine_site", "ore_processing", "oil_well", "energy_facility", "tourism_facility",
                             "tourism_activity", "aquaculture", "grazing", "farming", "building", "linear_infrastructure", "water_well",
                             "research_station", "restoration_works", "other", "nature_reserve", "ecological_red_line", "scenic_area",
                             "water_source", "public_forest", "wetland"})
      t.emplace(word, word);
    return t;
  }();
  return TABLE;
}

std::optional<std::string> look_up(Words const& table, std::string_view text) {
  auto const it = table.find(text);
  return it == table.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace

std::optional<std::string> zone_word(std::string_view text) { return look_up(zones(), text); }
std::optional<std::string> kind_word(std::string_view text) { return look_up(kinds(), text); }

}  // namespace redline
