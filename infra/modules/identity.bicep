metadata description = 'Who the service is to Azure and to the Bot Framework: one identity, without a password.'

@description('Name of the identity.')
@minLength(3)
@maxLength(128)
param name string

@description('The Azure region.')
param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

@description('Resource id, to give the identity to a service.')
output id string = identity.id

@description('App id under which the Bot Framework knows the identity.')
output clientId string = identity.properties.clientId

@description('Object id, to give the identity a role.')
output principalId string = identity.properties.principalId
