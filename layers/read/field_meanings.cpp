// SPDX-License-Identifier: Apache-2.0
#include "layers/read/field_meanings.hpp"

#include <array>

namespace redline {
namespace {

constexpr bool YES = true, NO = false;
constexpr FieldMeaning TABLE[] = {
    {"id", YES, NO, "area_id reserve_id hxbm 红线编码 bhdbm bhqbm 保护区编号 保护地编号 保护地编码 id bsm 编号 标识码"},
    {"id", NO, YES,
     "activity_id 许可证号 采矿许可证号 勘查许可证号 licence_no license_no xkzh kcckxkzh 采矿证号 探矿证号 采矿权证号 "
     "探矿权证号 证号 井号 设施编号 点位编号 统一编号 id bsm 编号 标识码"},
    {"name", YES, NO,
     "area_name name_zh bhqmc 保护区名称 自然保护区名称 bhdmc 保护地名称 hxmm 红线命名 hxmc 红线名称 reserve 保护区 "
     "保护地 "
     "name 名称 mc"},
    {"name", NO, YES, "activity_name ksmc 矿山名称 xmmc 项目名称 矿权名称 矿业权名称 井名 设施名称 name 名称 mc"},
    {"zone", YES, NO,
     "zone zone_name gnfq 功能分区 gnq 功能区 功能区划 gkfq 管控分区 分区 gnqmc 功能区名称 功能分区名称 功能区类型 "
     "功能分区类型 管控分区名称 zonificacion"},
    {"kind", YES, NO, "area_kind kind bhdlx 保护地类型 类型"},
    {"kind", NO, YES, "activity_kind kind 设施类型 活动类型 类型"},
    {"level", YES, NO, "area_level level bhqjb 保护区级别 bhdjb 保护地级别 级别 jb"},
    {"licence_no", NO, YES,
     "licence_no license_no 许可证号 采矿许可证号 勘查许可证号 xkzh kcckxkzh 采矿证号 探矿证号 采矿权证号 探矿权证号 "
     "证号"},
    {"holder", NO, YES, "holder 采矿权人 探矿权人 矿业权人 申请人 sqr 权利人 责任单位 公司 作业区 company"},
    {"mineral", NO, YES,
     "mineral kczkzmc 开采主矿种名称 开采主矿种 开采矿种名称 开采矿种 kckzmc 勘查主矿种名称 勘查主矿种 勘查矿种名称 "
     "勘查矿种 主矿种名称 主矿种 主要矿种名称 主要矿种 矿种名称 矿种 kcdzmc kz kczkz kckz "
     "主采矿种 主采矿种名称 勘查主要矿种 开采主要矿种 勘查矿产 开采矿产 矿产种类 矿产名称 主要矿产 矿产 矿种类型"},
    {"mineral_class", NO, YES, "mineral_class"},
    {"status", NO, YES, "status 矿权状态 状态 井况 zt 矿业权状态 许可证状态 证照状态 当前状态"},
    {"county", NO, YES, "county 所在行政区名称 szxzqmc 所在县 县市 县 county_name"},
    {"valid_from", YES, YES,
     "valid_from yxqq 有效期起 有效期始 有效起 起始日期 起始时间 "
     "有效起始 有效期起始 有效期开始 有效起始日期 有效期起始日期 有效期自"},
    {"valid_to", YES, YES,
     "valid_to yxqz 有效期止 有效期至 有效止 终止日期 终止时间 到期日期 到期时间 "
     "有效终止 有效期终止 有效期截止 有效期结束 有效终止日期 有效期终止日期 有效截止日期"},
    {"term", YES, NO, "有效期限 有效期间 有效期起止 许可证有效期 许可证有效期限 有效时间"},
    {"term", NO, YES,
     "有效期限 有效期间 有效期起止 许可证有效期 许可证有效期限 有效时间 起止时间 起止日期 起止年月 勘查期限 许可期限 "
     "yxqx"},
    {"granted_on", NO, YES,
     "granted_on scslsj 首次设立时间 首次设立 设立时间 首次设立日期 设立日期 首次发证时间 首次发证日期 首次登记时间 "
     "首次登记日期"},
    {"issued_on", NO, YES, "issued_on qfsj 签发时间 fzrq 发证日期 发证时间"},
    {"issued_for", NO, YES, "issued_for 变更类型 bglx"},
    {"act_date", NO, YES, "act_date 办理日期"},
    {"renewal_filed_on", NO, YES,
     "renewal_filed_on 申请延续日期 延续申请日期 延续申请 申请延续 "
     "延续申请时间 申请延续时间"},
    {"designated_on", YES, NO,
     "designated_on pzsj 批准时间 批建时间 设立时间 founded 批准日期 批建日期 批建年份 设立日期 建立时间 建立日期 "
     "成立时间 成立日期"},
    {"declared_km2", NO, YES, "area_km2 矿区面积 zmj 总面积 kckqmj qkmj 区块面积"},
    {"declared_ha", NO, YES, "area_ha 面积公顷 公顷"},
    {"declared_m2", NO, YES, "area_m2 占地面积"},
    {"declared_mu", NO, YES, "area_mu 面积亩"},
    {"accuracy_m", YES, YES, "accuracy_m 精度 平面精度 定位精度"},
    {"boundary_doc", YES, NO, "boundary_doc 批准文号 批复文号 界线依据"},
    {"schematic", YES, NO, "schematic 示意"},
    {"top_m", NO, YES, "top_m 采深上限"},
    {"bottom_m", NO, YES, "bottom_m 采深下限"},
    {"action", NO, YES, "action 申请事项 办理事项"},
};

constexpr std::array<std::string_view, 7> AREAS{"面积", "mj", "申报面积", "登记面积", "area", "矿山面积", "勘查面积"};

}  // namespace

std::span<FieldMeaning const> field_meanings() { return TABLE; }
std::span<std::string_view const> area_names_without_unit() { return AREAS; }

}  // namespace redline
