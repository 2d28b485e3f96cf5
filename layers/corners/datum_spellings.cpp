// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/datum_spellings.hpp"

#include <array>
#include <regex>
#include <vector>

#include "engine/core/error.hpp"

namespace redline {
namespace {

struct Spelling {
  char const* pattern;
  Datum datum;
};

// Of bytes: a letter that may be missing is a group.
constexpr std::array OTHER_SPELLINGS{
    Spelling{"新北京[ _-]?(?:19)?54|\\(新54|新(?:19)?54(?:年)?(?:北京|坐标|系\\))", Datum::new_beijing},
    Spelling{"BJZ?[ _-]?(?:19)?54", Datum::beijing1954},
    Spelling{"(?:BEIJING|PEKING)[ _-]*(?:19)?54", Datum::beijing1954},
    Spelling{"北京[ _-]?\\(?(?:19)?54", Datum::beijing1954},
    Spelling{"(?:老|旧)北京54|\\((?:老|旧)54", Datum::beijing1954},
    Spelling{"(?:北京)?(?:一九)?五四(?:年)?(?:北京)?坐标", Datum::beijing1954},
    Spelling{"(?:19)?54(?:年)?大地坐标", Datum::beijing1954},
    Spelling{"北京(?:大地)?坐标系[ _-]?\\(?(?:19)?(?:54)?", Datum::beijing1954},
    Spelling{"克拉索夫斯基|KRASS?OV", Datum::beijing1954},
    Spelling{"(?:XA|GDZ)[ _-]?(?:19)?80", Datum::xian1980},
    Spelling{"XI(?:'|’| )?AN[ _-]*(?:19)?80", Datum::xian1980},
    Spelling{"西安[ _-]?\\(?(?:19)?80", Datum::xian1980},
    Spelling{"西安(?:一九)?八(?:零|〇|○)|八(?:零|〇|○)(?:年)?西安", Datum::xian1980},
    Spelling{"(?:一九)?八(?:零|〇|○)(?:年)?(?:国家|西安)?(?:大地)?坐标", Datum::xian1980},
    Spelling{"(?:19)?80(?:年)?(?:国家)?大地坐标|(?:19)?80年国家坐标|(?:19)?80年坐标系|(?:19)?80年西安",
             Datum::xian1980},
    Spelling{"国家(?:大地)?(?:坐标(?:系)?)?[ "
             "_-]?\\(?(?:19)?80(?:年)?(?:大地|坐标|\\))|国家大地(?:坐标(?:系)?)?\\(?(?:19)?80",
             Datum::xian1980},
    Spelling{"西安(?:大地)?坐标系[ _-]?\\(?(?:19)?(?:80)?", Datum::xian1980},
    Spelling{"IAG[ _-]?(?:19)?75|1975(?:年)?国际椭球", Datum::xian1980}};
constexpr char const* OF_PHONES = "(?:百度|高德|腾讯)(?:地图)?(?:坐标(?:系)?|经纬度)";

std::vector<std::regex> const& patterns() {
  static auto const out = [] {
    std::vector<std::regex> made;
    made.reserve(std::size(OTHER_SPELLINGS));
    for (auto const& s : OTHER_SPELLINGS) made.emplace_back(s.pattern);
    return made;
  }();
  return out;
}

std::optional<Datum> of_code(std::string const& cell) {
  static std::regex const code("(?:EPSG ?:{0,2} ?)?([0-9]{4,5})");
  std::smatch m;
  if (!std::regex_match(cell, m, code)) return std::nullopt;
  try {
    return Crs::parse("EPSG:" + m[1].str()).datum();
  } catch (Error const&) {
    return std::nullopt;
  }
}

}  // namespace

std::string further_spellings() {
  std::string out = OF_PHONES;
  for (auto const& s : OTHER_SPELLINGS) out += std::string("|") + s.pattern;
  return out;
}

bool may_be_spelling(std::string const& text) {
  for (auto const* w : {"BJ",   "XA",   "XI",  "BEI",  "PEK", "GDZ",  "五四", "八",   "新",   "老",  "旧",
                        "克拉", "KRAS", "IAG", "1975", "→",   "高德", "腾讯", "百度", "大地", "坐标"})
    if (text.find(w) != std::string::npos) return true;
  return false;
}

bool names_thing(std::string_view following) {
  static std::regex const thing(
      "(?:[A-Z]?[0-9-]*[A-Z]?(?:斜|直|侧|平)?井(?!位|口|点|坐标)|[ "
      "]?(?:号|区块|断块|块|平台|站|队|厂|街|路|层|余|多|个|家|口|名|人|亿|"
      "万|周年|公里|千米|米|km|KM|届|级|公园|重点|森林|湿地|系列)|年(?!坐标|大地|国家|西安|北京)|[0-9]|"
      "[-.][0-9]+(?![0-9]|°|度|带|_| ?DEG))");
  auto const text = std::string(following.substr(0, 60));
  return std::regex_search(text, thing, std::regex_constants::match_continuous);
}

std::optional<Datum> spelled_datum(std::string const& text) {
  if (!may_be_spelling(text)) return std::nullopt;
  for (std::size_t i = 0; i < OTHER_SPELLINGS.size(); ++i)
    if (std::regex_search(text, patterns()[i])) return OTHER_SPELLINGS[i].datum;
  return std::nullopt;
}

std::optional<Datum> bare_datum(std::string const& cell) {
  static std::regex const bare(
      "(?:[PCX]|BJZ?|XA|GDZ|西安|北京|国家|老|旧)?[ _-]?(?:19)?(80|54)(?:年)?(?:系|坐标(?:系)?)?");
  std::smatch m;
  if (std::regex_match(cell, m, bare)) return m[1] == "80" ? Datum::xian1980 : Datum::beijing1954;
  return of_code(cell);
}

}  // namespace redline
