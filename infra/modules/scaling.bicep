metadata description = 'More instances when processors are busy, fewer when they are not.'

@description('Name of the rule set.')
param name string

@description('The Azure region.')
param location string

@description('Resource id of the plan that scales.')
param planId string

@description('Instances that always run.')
@minValue(2)
param fewest int

@description('Instances at most.')
param most int

resource scaling 'Microsoft.Insights/autoscaleSettings@2022-10-01' = {
  name: name
  location: location
  properties: {
    enabled: true
    targetResourceUri: planId
    profiles: [
      {
        name: 'by processor'
        capacity: {
          minimum: string(fewest)
          maximum: string(most)
          default: string(fewest)
        }
        rules: [
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: planId
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT5M'
              timeAggregation: 'Average'
              operator: 'GreaterThan'
              threshold: 65
            }
            scaleAction: {
              direction: 'Increase'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT5M'
            }
          }
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: planId
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT15M'
              timeAggregation: 'Average'
              operator: 'LessThan'
              threshold: 25
            }
            scaleAction: {
              direction: 'Decrease'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT15M'
            }
          }
        ]
      }
    ]
  }
}
